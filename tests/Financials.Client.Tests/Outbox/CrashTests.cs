using System.Globalization;
using Financials.Client.Tests.SafeCreates;

namespace Financials.Client.Tests.Outbox;

/// <summary>A batch that ends anywhere and is run again creates each payment once.</summary>
[TestFixture(1)]
[TestFixture(100)]
[CancelAfter(1_800_000)]
public class CrashTests(int maxBatchSize)
{
    private const int Payments = 20;
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("MONEY_BATCHES") ?? "100", CultureInfo.InvariantCulture);
    private const int Seed = 20170301;

    [Test]
    public async Task Batch_CrashesAtAnyPoint_CreatesEachPaymentOnce(CancellationToken guard)
    {
        var places = new List<string>();
        while (await CrashOnceAsync(places.Count, guard) is { } where)
        {
            places.Add(where);
        }

        TestContext.Out.WriteLine(string.Join(", ", places.GroupBy(place => place).Select(group => $"{group.Count()} x {group.Key}")));
        Assert.That(places, Has.Count.EqualTo((Payments * 4) + (2 * (maxBatchSize == 1 ? Payments : 1))));
    }

    [Test]
    public async Task Batch_CrashesAgainAndAgainWithFaultsInAnyOrder_CreatesEachPaymentOnce(CancellationToken guard)
    {
        var random = new Random(Seed);
        var crashes = 0;
        for (var batch = 0; batch < 100; batch++)
        {
            using var server = new ModelServer { MaxBatchSize = maxBatchSize };
            var (journal, set) = Journals.New();
            CrashPoints? points = null;
            var ledger = new ListLedger((where, _) => points!.Pass(where));
            List<BatchPaymentResult>? results = null;
            for (var run = 0; results is null; run++)
            {
                points = new CrashPoints(run < 50 ? random.Next(30) : int.MaxValue);
                server.Chooser = request => run >= 50 || random.Next(4) > 0 ? Around(points, request.Method) : Fault(random, request.Method);
                results = await TryAsync(server, journal, ledger, guard, order: random, concurrency: random.Next(1, 6));
                crashes += results is null ? 1 : 0;
            }

            server.Settle();
            AssertOnce(server, set, results, string.Create(CultureInfo.InvariantCulture, $"batch {batch} of seed {Seed}"));
        }

        TestContext.Out.WriteLine($"seed={Seed}: 100 batches of {Payments}, {crashes} crashes");
    }

    /// <summary>
    /// Everything together: crashes, faults, repeated requests, a second writer with equal payments, and somebody who posts the journal.
    /// </summary>
    [Test]
    public async Task Batch_WithCrashesFaultsAnotherWriterAndPostings_PaysEachOnceOrSaysThatItIsUnknown(CancellationToken guard)
    {
        var random = new Random(Seed);
        var (crashes, unknown, postings) = (0, 0, 0);
        for (var batch = 0; batch < Count; batch++)
        {
            using var server = new ModelServer { MaxBatchSize = maxBatchSize };
            var (journal, set) = Journals.New();
            CrashPoints? points = null;
            var ledger = new ListLedger((where, _) => points!.Pass(where));
            server.Arriving = _ =>
            {
                switch (random.Next(60))
                {
                    case 0:
                        postings += server.Post(set) ? 1 : 0;
                        break;
                    case 1:
                        server.Insert(set, new() { ["customerNumber"] = "C0001", ["amount"] = -100m, ["documentNumber"] = "TYPED", ["comment"] = "typed" });
                        break;
                }
            };
            List<BatchPaymentResult>? results = null;
            for (var run = 0; results is null; run++)
            {
                points = new CrashPoints(run < 50 ? random.Next(30) : int.MaxValue);
                server.Chooser = request => run >= 50 || random.Next(4) > 0 ? Around(points, request.Method)
                    : request.Method == "POST" && random.Next(3) == 0 ? ModelFault.Repeated
                    : Fault(random, request.Method);
                results = await TryAsync(server, journal, ledger, guard, order: random, concurrency: random.Next(1, 6));
                crashes += results is null ? 1 : 0;
            }

            server.Settle();
            unknown += AssertOnceOrUnknown(server, set, results, string.Create(CultureInfo.InvariantCulture, $"batch {batch} of seed {Seed}"));
        }

        TestContext.Out.WriteLine($"seed={Seed}: {Count} batches of {Payments}, {crashes} crashes, {postings} postings, {unknown} payments unknown");
        Assert.That(postings, Is.GreaterThan(Count / 2));
        Assert.That(unknown, Is.LessThan(Count * Payments / 10));
    }

    private async Task<string?> CrashOnceAsync(int crashAt, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = maxBatchSize };
        var (journal, set) = Journals.New();
        var points = new CrashPoints(crashAt);
        var ledger = new ListLedger((where, _) => points.Pass(where));
        server.Chooser = request => Around(points, request.Method);

        var results = await TryAsync(server, journal, ledger, guard) ?? await TryAsync(server, journal, ledger, guard);

        AssertOnce(server, set, results, $"crash {points.Where}");
        Assert.That(server.Sent("POST"), Is.LessThanOrEqualTo(Payments + 1));
        return points.Where;
    }

    /// <returns>Null where the run ended early.</returns>
    private static async Task<List<BatchPaymentResult>?> TryAsync(
        ModelServer server, Guid journal, ListLedger ledger, CancellationToken guard, Random? order = null, int concurrency = 1)
    {
        BatchPayment[] batch = [.. Batches.Of(Payments)];
        order?.Shuffle(batch);
        using var client = server.Client();
        try
        {
            return await client.Payments(journal).RunAsync(batch, ledger, guard, concurrency);
        }
        catch (CrashException)
        {
            return null;
        }
        catch (FinancialsException)
        {
            return null;
        }
    }

    private static ModelFault Around(CrashPoints points, string method)
    {
        if (method != "POST")
        {
            return ModelFault.None;
        }

        var when = points.IsNow("before the POST") ? ModelExecution.Never : points.IsNow("after the POST") ? ModelExecution.Now : (ModelExecution?)null;
        return when is { } crash ? new("crash", crash, (_, _, _) => throw new CrashException(points.Where!)) : ModelFault.None;
    }

    /// <summary>Refusals are left out: after an unknown outcome they say nothing, and a batch waits for somebody to look.</summary>
    private static ModelFault Fault(Random random, string method) =>
        ModelFault.Ambiguous[random.Next(ModelFault.Ambiguous.Count)](
            method == "GET" ? ModelExecution.Never : (ModelExecution)random.Next(3)) with
        { Requests = random.Next(1, 5) };

    /// <returns>How many payments are unknown.</returns>
    private static int AssertOnceOrUnknown(ModelServer server, string set, List<BatchPaymentResult> results, string message)
    {
        var paid = server[set].Rows.Concat(server["generalLedgerEntries"].Rows)
            .Where(row => row["comment"]?.ToString() != "typed")
            .GroupBy(row => row["documentNumber"]!.ToString())
            .ToDictionary(payment => payment.Key, payment => payment.Count());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(paid.Where(payment => payment.Value > 1), Is.Empty, message);
            Assert.That(results.Where(result => result.IsCreated && !paid.ContainsKey(result.DocumentNumber!)), Is.Empty, message);
            Assert.That(results.Select(result => result.Outcome), Has.None.EqualTo(BatchPaymentOutcome.Refused), message);
            Assert.That(results, Has.Count.EqualTo(Payments), message);
        }

        return results.Count(result => result.Outcome is BatchPaymentOutcome.Unknown);
    }

    private static void AssertOnce(ModelServer server, string set, List<BatchPaymentResult>? results, string message)
    {
        Assert.That(results, Is.Not.Null, message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results!.Select(result => result.IsCreated), Is.All.True, message);
            Assert.That(
                server[set].Rows.Select(row => row["id"]!.ToString()), Is.EquivalentTo(results!.Select(result => result.PaymentId.ToString()!)), message);
            Assert.That(
                server[set].Rows.Select(row => row["amount"]!.GetValue<decimal>()), Is.EquivalentTo(Batches.Of(Payments).Select(item => item.Payment.Amount)), message);
        }
    }
}
