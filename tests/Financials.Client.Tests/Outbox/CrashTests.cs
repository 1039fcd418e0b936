using System.Globalization;
using Financials.Client.Tests.SafeCreates;

namespace Financials.Client.Tests.Outbox;

/// <summary>A batch that ends anywhere and is run again creates each payment once.</summary>
[CancelAfter(60_000)]
public class CrashTests
{
    private const int Payments = 20;
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
        Assert.That(places, Has.Count.EqualTo(Payments * 6));
    }

    [Test]
    public async Task Batch_CrashesAgainAndAgainWithFaultsInAnyOrder_CreatesEachPaymentOnce(CancellationToken guard)
    {
        var random = new Random(Seed);
        var crashes = 0;
        for (var batch = 0; batch < 100; batch++)
        {
            using var server = new ModelServer();
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

    private static async Task<string?> CrashOnceAsync(int crashAt, CancellationToken guard)
    {
        using var server = new ModelServer();
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
            method == "GET" ? ModelExecution.Never : (ModelExecution)random.Next(3)) with { Requests = random.Next(1, 5) };

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
