using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Financials.Client.Tests.SafeCreates;

namespace Financials.Client.Tests.Outbox;

/// <summary>A batch whose source waits or fails, or that may not go on, loses nothing and sends nothing that it should not.</summary>
[CancelAfter(30_000)]
public class StoppedBatchTests
{
    /// <summary>Nothing waits for a payment that has not come yet: the application may wait for the result before it gives the next one.</summary>
    [Test]
    public async Task Batch_NextPaymentComesAfterTheResult_DoesNotWaitForAFullGroup(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, _) = Journals.New();
        using var client = server.Client();
        var source = Channel.CreateUnbounded<BatchPayment>();
        var batch = Batches.Of(3);
        await source.Writer.WriteAsync(batch[0], guard);
        var created = 0;

        await foreach (var result in client.Payments(journal).CreateAllAsync(source.Reader.ReadAllAsync(guard), new ListLedger(), cancellationToken: guard))
        {
            Assert.That(result.Reference, Is.EqualTo(batch[created].Reference));
            if (++created < batch.Count)
            {
                await source.Writer.WriteAsync(batch[created], guard);
            }
            else
            {
                source.Writer.Complete();
            }
        }

        Assert.That(created, Is.EqualTo(3));
    }

    [Test]
    public async Task Batch_SourceFails_CreatesWhatItHasGivenAndSaysSo(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var results = new List<BatchPaymentResult>();

        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var result in client.Payments(journal).CreateAllAsync(Failing(guard), new ListLedger(), cancellationToken: guard))
            {
                results.Add(result);
            }
        });

        Assert.That(results.Select(result => result.IsCreated), Is.EqualTo((bool[])[true, true]));
        Assert.That(server.CountOf(set), Is.EqualTo(2));
    }

    [Test]
    public async Task Batch_PaymentWithoutPostingDate_CreatesThoseBeforeIt(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var batch = Batches.Of(5);
        batch[3] = batch[3] with { Payment = batch[3].Payment with { PostingDate = null } };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.Payments(journal).RunAsync(batch, new ListLedger(), guard));

        Assert.That(error.Message, Does.Contain("line 4"));
        Assert.That(server.CountOf(set), Is.EqualTo(3));
    }

    /// <summary>Another process has the journal now, so nothing goes out.</summary>
    [Test]
    public async Task Batch_LedgerForbidsTheAttempt_SendsNothing([Values(1, 100)] int maxBatchSize, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = maxBatchSize };
        var (journal, set) = Journals.New();
        using var client = server.Client();
        TimeSpan? asked = null;
        var ledger = new ListLedger
        {
            BeforeSending = timeout =>
            {
                asked = timeout;
                throw new InvalidOperationException("The lease is lost.");
            },
        };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard));

        Assert.That(error.Message, Is.EqualTo("The lease is lost."));
        Assert.That(asked, Is.EqualTo(new ResilienceOptions().AttemptTimeout));
        Assert.That(server.Sent("POST"), Is.Zero);
        Assert.That(server.CountOf(set), Is.Zero);
    }

    /// <summary>
    /// The caller might not write for a while. Payments that were certainly not executed were left open in the ledger, and when they were
    /// refused once more, nobody could tell any longer whether the first request had been executed.
    /// </summary>
    [Test]
    public async Task Batch_MayNotWriteForAWhile_LeavesNothingOpen([Values(1, 100)] int maxBatchSize, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = maxBatchSize, Chooser = request => request.Method == "POST" ? ModelFault.Forbidden : ModelFault.None };
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        for (var run = 0; run < 2; run++)
        {
            await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard));
            Assert.That(LastStates(ledger), Is.Not.Empty.And.All.EqualTo(PaymentLedgerState.Refused));
        }

        server.Chooser = _ => ModelFault.None;
        var results = await client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Created));
        Assert.That(server.CountOf(set), Is.EqualTo(5));
    }

    /// <summary>
    /// The response is lost and the service cannot be asked. A payment that the ledger then called refused would be sent under another
    /// number, and paid twice.
    /// </summary>
    [Test]
    public async Task Batch_StopsWhileTheServiceMayHavePayments_LeavesThemOpenAndCreatesNothingTwice([Values(1, 100)] int maxBatchSize, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = maxBatchSize }.Script("POST", ModelFault.Reset(ModelExecution.Now));
        server.Chooser = request => request.Method == "GET" && server.Sent("POST") > 0 ? ModelFault.Unreachable : ModelFault.None;

        await StopAndResumeAsync(server, sent: maxBatchSize == 1 ? 1 : 5, guard);
    }

    /// <summary>The same where the group was looked for and nothing was told, and then each of it by itself.</summary>
    [Test]
    public async Task Batch_StopsAtOneOfAGroupThatTheServiceMayHave_LeavesAllOpenAndCreatesNothingTwice(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        var asked = 0;
        server.Chooser = request => request.Method != "GET" || server.Sent("POST") == 0 ? ModelFault.None
            : asked++ == 0 ? ModelFault.Forbidden
            : ModelFault.Unreachable;

        await StopAndResumeAsync(server, sent: 5, guard);
    }

    private static async Task StopAndResumeAsync(ModelServer server, int sent, CancellationToken guard)
    {
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();

        await Assert.CatchAsync<FinancialsException>(() => client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard));

        Assert.That(LastStates(ledger), Is.EqualTo(Enumerable.Repeat(PaymentLedgerState.Sending, sent)));

        server.Chooser = _ => ModelFault.None;
        var results = await client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Created));
        Assert.That(server.CountOf(set), Is.EqualTo(5));
    }

    private static IEnumerable<PaymentLedgerState> LastStates(ListLedger ledger) =>
        ledger.Entries.GroupBy(entry => entry.Reference).OrderBy(payment => payment.Key, StringComparer.Ordinal).Select(payment => payment.Last().State);

    [Test]
    public async Task Batch_JournalCannotBeRead_SaysBeforeWhichPaymentItStopped(CancellationToken guard)
    {
        using var server = new ModelServer { Chooser = request => request.Method == "GET" ? ModelFault.Forbidden : ModelFault.None };
        var (journal, _) = Journals.New();
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Payments(journal).RunAsync(Batches.Of(5), new ListLedger(), guard));

        Assert.That(error.Message, Does.StartWith("The batch stopped before the payment 'line 1'."));
        Assert.That(server.Sent("POST"), Is.Zero);
    }

    [Test]
    public async Task Batch_CannotReachTheService_SaysAtWhichPaymentsItStopped([Values(1, 100)] int maxBatchSize, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = maxBatchSize, Chooser = request => request.Method == "POST" ? ModelFault.Unreachable : ModelFault.None };
        var (journal, _) = Journals.New();
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Payments(journal).RunAsync(Batches.Of(5), new ListLedger(), guard));

        Assert.That(error.Message, Does.StartWith(maxBatchSize == 1
            ? "The batch stopped at the payment 'line 1'."
            : "The batch stopped at the payments from 'line 1' to 'line 5', which go together."));
    }

    private static async IAsyncEnumerable<BatchPayment> Failing([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in Batches.Of(2))
        {
            yield return item;
        }

        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        throw new FormatException("The file is damaged.");
    }
}
