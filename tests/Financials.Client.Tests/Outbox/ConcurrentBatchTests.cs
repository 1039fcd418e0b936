using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>A batch with several payments under way at a time.</summary>
[CancelAfter(20_000)]
public class ConcurrentBatchTests
{
    [Test]
    public async Task Batch_WithConcurrency_HasThatManyUnderWayAndCreatesEachOnce(CancellationToken guard)
    {
        const int Concurrency = 4;
        var (journal, _) = Journals.New();
        var arrivals = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var transport = new AsyncTransport(async (request, _, token) =>
        {
            if (request.Method == "GET")
            {
                return ScriptedTransport.Json("""{"value":[]}""");
            }

            if (Interlocked.Increment(ref arrivals) == Concurrency)
            {
                full.TrySetResult();
            }

            await full.Task.WaitAsync(token);
            return ScriptedTransport.Stored(request);
        });
        using var client = ManualClients.Of(transport);
        var ledger = new ListLedger();

        var results = await client.Payments(journal).RunAsync(Batches.Of(12), ledger, guard, Concurrency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.MostUnderWay, Is.EqualTo(Concurrency));
            Assert.That(results.Select(result => result.Reference), Is.EquivalentTo(Batches.Of(12).Select(item => item.Reference)));
            Assert.That(results.Select(result => result.LineNumber), Is.EquivalentTo(Enumerable.Range(1, 12).Select(ListLedger.Line)));
        }
    }

    [Test]
    public async Task Batch_ServiceThrottlesEachOfThem_HasOneUnderWayAfterwards(CancellationToken guard)
    {
        const int Concurrency = 4;
        var (journal, _) = Journals.New();
        var (underWay, sent) = (0, 0);
        var time = new ManualTime { SkipsDelays = true };
        using var transport = new AsyncTransport(
            async (request, _, token) =>
            {
                if (request.Method == "GET")
                {
                    return ScriptedTransport.Json("""{"value":[]}""");
                }

                // The first four are throttled once each, and so the batch slows down when they have ended.
                var number = Interlocked.Increment(ref sent);
                if (number <= Concurrency)
                {
                    return new(System.Net.HttpStatusCode.TooManyRequests);
                }

                var now = Interlocked.Increment(ref underWay);
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
                return number <= 2 * Concurrency || now == 1 ? ScriptedTransport.Stored(request) : throw new AssertionException($"{now} are under way.");
            },
            time);
        using var client = ManualClients.Of(transport, time);

        var results = await client.Payments(journal).RunAsync(Batches.Of(8), new ListLedger(), guard, Concurrency);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
    }

    [Test]
    public async Task Batch_OneOfSeveralFails_LetsTheOthersComeIntoTheLedger(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("POST", ModelFault.None, ModelFault.Forbidden);
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Payments(journal).RunAsync(Batches.Of(10), ledger, guard, concurrency: 3));

        Assert.That(
            ledger.Entries.Count(entry => entry.State == PaymentLedgerState.Created), Is.EqualTo(server.CountOf(set)));
    }

    [Test]
    public async Task Batch_InAnotherOrderAfterACrash_DoesNotGiveAwayTheNumberOfAnOpenPayment(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        var ledger = new ListLedger();
        var batch = Batches.Of(2);
        server.Chooser = request => request.Method == "POST"
            ? new("crash", ModelExecution.Never, (_, _, _) => throw new CrashException("before the POST"))
            : ModelFault.None;
        using (var crashing = server.Client())
        {
            await Assert.ThrowsAsync<CrashException>(() => crashing.Payments(journal).RunAsync(batch, ledger, guard));
        }

        server.Chooser = _ => ModelFault.None;
        batch.Reverse();
        using var restarted = server.Client();
        var results = await restarted.Payments(journal).RunAsync(batch, ledger, guard);

        Assert.That(server[set].Rows, Has.Count.EqualTo(2), "the second payment, which is the same, was taken for the first");
        Assert.That(results.Select(result => result.PaymentId), Is.Unique);
    }

    [Test]
    public void Batch_WithoutAnyConcurrency_IsAMistake()
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        using var client = server.Client();

        Assert.Throws<ArgumentOutOfRangeException>(
            () => client.Payments(Guid.NewGuid()).CreateAllAsync(Batches.Of(1), new ListLedger(), concurrency: 0));
    }
}
