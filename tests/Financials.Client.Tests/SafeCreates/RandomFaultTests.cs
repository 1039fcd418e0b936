using System.Globalization;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>
/// Thousands of creates with random faults, repeated requests, a second writer and postings in between: none leaves two records, and none
/// is reported as what it is not.
/// </summary>
public class RandomFaultTests
{
    private const int Seed = 20170301;

    /// <summary>By the variable MONEY_CASES, more of them.</summary>
    private static readonly int Creates = int.Parse(Environment.GetEnvironmentVariable("MONEY_CASES") ?? "12000", CultureInfo.InvariantCulture);

    [Test]
    [CancelAfter(3_600_000)]
    public async Task Creates_RandomFaults_LeaveAtMostOneRecordAndTellTheTruth(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var company = client.Companies[Ids.Company];
        var journal = Guid.NewGuid();
        var journalPayments = company.PaymentJournals[journal].Payments;
        var tally = new RandomFaultTally();
        var faults = new Random(Seed);
        var payments = $"customerPaymentJournals/{journal}/customerPayments";
        var hasKey = false;
        server.Chooser = request => RandomFaults.Choose(faults, request.Method, hasKey);
        server.Arriving = _ =>
        {
            switch (faults.Next(200))
            {
                case 0:
                    server.Post(payments);
                    break;
                case 1:
                    server.Insert(payments, new() { ["amount"] = -1m, ["comment"] = "somebody else's" });
                    break;
            }
        };

        for (var i = 0; i < Creates; i++)
        {
            // Each create draws from a generator of its own, so that a failing one can be repeated alone.
            faults = new Random(Seed + i);
            var tag = string.Create(CultureInfo.InvariantCulture, $"tag-{i}");
            var number = string.Create(CultureInfo.InvariantCulture, $"c{i:D5}");
            var (set, member, run) = (i % 5) switch
            {
                0 => ("customers", "displayName", IdOf(() => company.Customers.CreateAsync(new() { Number = number, DisplayName = tag }, guard), c => c.Id)),
                1 => ("customers", "displayName", IdOf(() => company.Customers.CreateAsync(new() { DisplayName = tag }, guard), c => c.Id)),
                2 => (payments, "comment", IdOf(() => journalPayments.CreateAsync(new() { Amount = -i, Comment = tag }, guard), p => p.Id)),
                3 => (payments, "comment", IdOf(() => journalPayments.CreateAsync(new() { LineNumber = 500_000_000 + i, DocumentNumber = tag, Amount = -i, Comment = tag }, guard), p => p.Id)),
                _ => ("paymentTerms", "displayName", IdOf(() => company.PaymentTerms.CreateAsync(new() { Code = number, DisplayName = tag }, guard), t => t.Id)),
            };
            hasKey = i % 5 != 1;
            var isForeign = i % 5 is 0 or 4 && faults.Next(20) == 0;
            if (isForeign)
            {
                server[set].Insert(new() { [i % 5 == 0 ? "number" : "code"] = number, ["displayName"] = "somebody else's" });
            }

            var (id, error) = await OutcomeAsync(run());
            tally.Posts += server.Sent("POST");
            server.ForgetRequests();
            var posted = server["generalLedgerEntries"].Rows.Where(entry => entry["comment"]?.ToString() == tag).Select(entry => entry["lineId"]!.ToString());
            var stored = server[set].Rows.Where(row => row[member]?.ToString() == tag).Select(row => row["id"]!.ToString()).Concat(posted).ToList();
            tally.Add(i, id?.ToString(), error, stored);
            server.Prune(set, "generalLedgerEntries");
        }

        TestContext.Out.WriteLine($"seed={Seed}: {tally}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally.Broken, Is.Empty);
            Assert.That(tally.Successes, Is.GreaterThan(Creates / 2));
            Assert.That(tally.Unknown, Is.GreaterThan(Creates / 50));
            Assert.That(tally.Refusals, Is.GreaterThan(Creates / 100));
        }
    }

    private static Func<Task<Guid?>> IdOf<TModel>(Func<Task<TModel>> create, Func<TModel, Guid?> id) => async () => id(await create());

    private static async Task<(Guid? Id, Exception? Error)> OutcomeAsync(Task<Guid?> create)
    {
        try
        {
            return (await create, null);
        }
        catch (Exception error)
        {
            return (null, error);
        }
    }
}
