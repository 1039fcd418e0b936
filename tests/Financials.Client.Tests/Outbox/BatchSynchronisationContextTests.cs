using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>
/// No batch posts anything to a window's thread that blocks on it, whichever step is the first that it has to wait for: one of the
/// ledger, or one of the service.
/// </summary>
[CancelAfter(20_000)]
public class BatchSynchronisationContextTests
{
    /// <summary>What becomes of the first request that creates: each way has steps of its own.</summary>
    private static readonly ModelFault[] Ways = [ModelFault.None, ModelFault.Reset(ModelExecution.Now), ModelFault.Forbidden, ModelFault.Invalid, ModelFault.Taken];

    private static IEnumerable<TestCaseData> Cases() =>
        from size in (int[])[1, 100]
        from way in Ways
        select new TestCaseData(size, way).SetArgDisplayNames($"{size}", way.Name);

    [TestCaseSource(nameof(Cases))]
    public async Task Batch_FirstWaitsForOneOfItsSteps_PostsNothing(int maxBatchSize, object way, CancellationToken guard)
    {
        var (step, goTogether, isReached) = (-1, false, true);
        while (isReached)
        {
            (isReached, var together) = await WaitsAtAsync(++step, maxBatchSize, (ModelFault)way, guard);
            goTogether |= together;
        }

        Assert.That(step, Is.GreaterThan(10), "steps that a batch can wait for");
        Assert.That(goTogether, Is.EqualTo(maxBatchSize > 1));
    }

    [Test]
    public async Task FileLedger_EachOfItsCalls_PostsNothing(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        var journal = new PaymentJournalAddress { Service = new("https://service.example/api/v2.0"), CompanyId = Ids.Company, JournalId = Ids.Journal };
        var entry = new PaymentLedgerEntry { Reference = "line 1", State = PaymentLedgerState.Sending, LineNumber = 10_007, Digest = "D1" };

        var posts = await PumpContext.RunAsync(context =>
        {
            var batch = ledger.BeginAsync(journal, guard).GetAwaiter().GetResult();
            batch.WriteAsync(entry, guard).GetAwaiter().GetResult();
            batch.WriteAsync([entry with { Reference = "line 2" }, entry with { Reference = "line 3" }], guard).GetAwaiter().GetResult();
            var found = batch.FindAsync("line 2", guard).AsTask().GetAwaiter().GetResult();
            Assert.That(found?.Reference, Is.EqualTo("line 2"));
            batch.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Assert.That(CountOf(ledger), Is.EqualTo(3));
            return context.Posts;
        }).WaitAsync(guard);

        Assert.That(posts, Is.Zero);
    }

    /// <summary>One that was opened just now is read from its file first.</summary>
    [Test]
    public async Task FileLedger_ReadBeforeAnyBatch_PostsNothing(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        var posts = await PumpContext.RunAsync(context =>
        {
            Assert.That(CountOf(ledger), Is.Zero);
            return context.Posts;
        }).WaitAsync(guard);

        Assert.That(posts, Is.Zero);
    }

    private static int CountOf(FilePaymentLedger ledger)
    {
        var entries = ledger.ReadAllAsync().GetAsyncEnumerator();
        var count = 0;
        while (entries.MoveNextAsync().AsTask().GetAwaiter().GetResult())
        {
            count++;
        }

        entries.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return count;
    }

    /// <summary>Runs a batch that waits for one step only, and says whether it has come to that step, and sent several payments together.</summary>
    private static async Task<(bool IsReached, bool GoTogether)> WaitsAtAsync(int step, int maxBatchSize, ModelFault way, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = maxBatchSize }.Script("POST", way);
        var hold = new Hold();
        using var transport = new SteppingHandler(server, hold);
        using var client = server.Client(transport);
        var payments = client.Payments(Guid.NewGuid());
        var ledger = new SteppingLedger(new ListLedger(), hold);

        // The first token is fetched on another thread, and what comes after it would never be on the context.
        await client.Customers().FirstOrDefaultAsync(guard);
        hold.At(step);

        var posts = await PumpContext.RunAsync(context =>
        {
            var running = RunAsync(payments, ledger, hold, guard);
            hold.Release();
            running.GetAwaiter().GetResult();
            return context.Posts;
        }).WaitAsync(guard);

        Assert.That(posts, Is.Zero, $"posts of a batch that waits for '{hold.Reached}'");
        return (hold.Reached is not null, server.Requests.Any(request => request.Target.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal)));
    }

    private static async Task RunAsync(JournalPaymentsClient payments, PaymentLedger ledger, Hold hold, CancellationToken cancellationToken)
    {
        var results = payments.CreateAllAsync(SourceAsync(hold), ledger, cancellationToken: cancellationToken);
        try
        {
            await foreach (var _ in results.ConfigureAwait(false))
            {
            }
        }
        catch (FinancialsUnauthorizedException)
        {
            // A caller who may not write ends the batch, and that has its steps, too.
        }
    }

    private static async IAsyncEnumerable<BatchPayment> SourceAsync(Hold hold)
    {
        foreach (var payment in Batches.Of(3))
        {
            await hold.EnterAsync("a payment to come").ConfigureAwait(false);
            yield return payment;
        }
    }

    /// <summary>Lets every step go on at once but one, which waits until the test lets it go.</summary>
    private sealed class Hold
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _steps = int.MaxValue;

        /// <summary>What waits, or has waited; null where no step came so late.</summary>
        public string? Reached { get; private set; }

        /// <param name="step">How many steps go on before the one that waits.</param>
        public void At(int step) => _steps = step;

        public Task EnterAsync(string name)
        {
            if (Interlocked.Decrement(ref _steps) != -1)
            {
                return Task.CompletedTask;
            }

            Reached = name;
            return _released.Task;
        }

        public void Release() => _released.TrySetResult();
    }

    private sealed class SteppingHandler(HttpMessageHandler inner, Hold hold) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await hold.EnterAsync($"{request.Method}").ConfigureAwait(false);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class SteppingLedger(PaymentLedger inner, Hold hold) : PaymentLedger
    {
        public override async Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default)
        {
            await hold.EnterAsync("the ledger to begin").ConfigureAwait(false);
            return new SteppingBatch(await inner.BeginAsync(journal, cancellationToken).ConfigureAwait(false), hold);
        }
    }

    private sealed class SteppingBatch(PaymentLedgerBatch inner, Hold hold) : PaymentLedgerBatch
    {
        public override Guid LedgerId => inner.LedgerId;

        public override PaymentLineNumbers LineNumbers => inner.LineNumbers;

        public override async ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default)
        {
            await hold.EnterAsync("an entry to be found").ConfigureAwait(false);
            return await inner.FindAsync(reference, cancellationToken).ConfigureAwait(false);
        }

        public override async Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
        {
            await hold.EnterAsync("an entry to be written").ConfigureAwait(false);
            await inner.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
        }

        public override async ValueTask EnsureMaySendAsync(TimeSpan attemptTimeout, CancellationToken cancellationToken = default)
        {
            await hold.EnterAsync("the right to send").ConfigureAwait(false);
            await inner.EnsureMaySendAsync(attemptTimeout, cancellationToken).ConfigureAwait(false);
        }

        public override async ValueTask DisposeAsync()
        {
            await hold.EnterAsync("the ledger to end").ConfigureAwait(false);
            await inner.DisposeAsync().ConfigureAwait(false);
        }
    }
}
