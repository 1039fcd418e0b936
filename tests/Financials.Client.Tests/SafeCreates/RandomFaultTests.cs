using System.Globalization;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>Thousands of creates with random faults: none leaves two records, and none is reported as what it is not.</summary>
public class RandomFaultTests
{
    private const int Seed = 20170301;
    private const int Creates = 12_000;

    [Test]
    [CancelAfter(120_000)]
    public async Task Creates_RandomFaults_LeaveAtMostOneRecordAndTellTheTruth(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var company = client.Companies[Ids.Company];
        var journal = Guid.NewGuid();
        var payments = company.PaymentJournals[journal].Payments;
        var tally = new RandomFaultTally();
        var faults = new Random(Seed);
        server.Chooser = request => RandomFaults.Choose(faults, request.Method);

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
                2 => ($"customerPaymentJournals/{journal}/customerPayments", "comment", IdOf(() => payments.CreateAsync(new() { Amount = -i, Comment = tag, ContactId = "x" }, guard), p => p.Id)),
                3 => ($"customerPaymentJournals/{journal}/customerPayments", "comment", IdOf(() => payments.CreateAsync(new() { LineNumber = 500_000_000 + i, Amount = -i, Comment = tag }, guard), p => p.Id)),
                _ => ("paymentTerms", "displayName", IdOf(() => company.PaymentTerms.CreateAsync(new() { Code = number, DisplayName = tag }, guard), t => t.Id)),
            };
            var isForeign = i % 5 is 0 or 4 && faults.Next(20) == 0;
            if (isForeign)
            {
                server[set].Insert(new() { [i % 5 == 0 ? "number" : "code"] = number, ["displayName"] = "somebody else's" });
            }

            var (id, error) = await OutcomeAsync(run());
            tally.Posts += server.Sent("POST");
            server.ForgetRequests();
            var stored = server[set].Rows.Where(row => row[member]?.ToString() == tag).Select(row => row["id"]!.ToString()).ToList();
            tally.Add(i, id?.ToString(), error, stored);
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
