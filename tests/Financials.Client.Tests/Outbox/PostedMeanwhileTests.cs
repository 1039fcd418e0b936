using System.Globalization;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>Posting a journal deletes its lines. A payment whose line is gone was not lost, and is not sent again.</summary>
[CancelAfter(60_000)]
public class PostedMeanwhileTests
{
    private const int Payments = 5;

    /// <summary>Five payments were executed, the process died before it learned of it, and a bookkeeper posted the journal.</summary>
    [Test]
    public async Task Batch_JournalPostedBetweenCrashAndResume_CreatesNoPaymentAgain(CancellationToken guard)
    {
        using var server = WithOldEntries();
        var (journal, set) = Journals.New();
        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Now, guard);
        server.Post(set);

        var results = await ResumeAsync(server, journal, ledger, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.CountOf(set), Is.Zero);
            Assert.That(server.CountOf("generalLedgerEntries"), Is.EqualTo(2 + Payments));
            Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Posted));
            Assert.That(results.Select(result => (result.PaymentId, result.LineNumber)), Is.All.EqualTo(((Guid?)null, (int?)null)));
            Assert.That(
                results.Select(result => result.DocumentNumber), Is.EquivalentTo(server["generalLedgerEntries"].Rows.Skip(2).Select(row => (string?)row["documentNumber"])));
        }
    }

    /// <summary>The last entry of the company is the one of before.</summary>
    [Test]
    public async Task Batch_NeverArrivedAndNothingPosted_IsSent(CancellationToken guard)
    {
        using var server = WithOldEntries();
        var (journal, set) = Journals.New();
        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Never, guard);

        var results = await ResumeAsync(server, journal, ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Created));
        Assert.That(server.CountOf(set), Is.EqualTo(Payments));
    }

    /// <summary>Each of the questions that tell whether a payment was posted may be refused.</summary>
    [TestCase("customerPayments(", "whether that was posted could not be read")]
    [TestCase("entryNumber desc", "the posted entries could not be read")]
    [TestCase("PP-OWN", "the posted entries could not be read")]
    [TestCase("OLD", "the posted entries could not be read")]
    public async Task Batch_AQuestionRefused_IsToldAsUnknownAndNotSent(string question, string because, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = 5, ["documentNumber"] = "OLD", ["amount"] = 1m });
        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Now, guard, payments: Numbered);
        server.Post(set, number => number == "OLD" ? number : "PP");

        var results = await ResumeAsync(server, journal, ledger, guard, Refusing, Numbered);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Unknown));
        Assert.That(results.Select(result => result.Failure!.Message), Is.All.Contains(because));
        Assert.That(server.CountOf(set), Is.Zero);

        ModelFault Refusing(RecordedRequest request) =>
            Uri.UnescapeDataString(request.Target.PathAndQuery).Contains(question, StringComparison.Ordinal) ? ModelFault.Forbidden : ModelFault.None;

        static List<BatchPayment> Numbered() => Batches.Of(Payments).ConvertAll(item => item with
        {
            Payment = item.Payment with { DocumentNumber = $"PP-OWN-{item.Reference[^1]}" },
        });
    }

    /// <summary>What was proved before the delay is proved again after it: the journal may have been posted meanwhile.</summary>
    [Test]
    public async Task Create_RetriedAfterADelay_IsLookedForOnceMoreRightBefore(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("POST", ModelFault.Reset(ModelExecution.Never));
        var (journal, set) = Journals.New();
        using var client = server.Client();

        await client.Payments(journal).CreateAsync(new CustomerPayment { CustomerNumber = "C0001", Amount = -100 }, guard);

        Assert.That(server.Methods, Is.EqualTo("GET GET POST GET GET GET GET POST"));
        Assert.That(server.CountOf(set), Is.EqualTo(1));
    }

    /// <summary>The payments never arrived, and others were posted meanwhile: that must not be taken for theirs.</summary>
    [Test]
    public async Task Batch_NeverArrivedAndAnotherJournalPosted_IsSentUnlessNothingTells([Values] bool hasALineToGoBy, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        var ledger = new ListLedger();
        if (hasALineToGoBy)
        {
            server[set].Insert(new() { ["lineNumber"] = 5, ["documentNumber"] = "OLD", ["amount"] = 1m });
        }

        await CrashAsync(server, journal, ledger, ModelExecution.Never, guard);
        server["other"].Insert(new() { ["lineNumber"] = 10_000, ["documentNumber"] = "X-1", ["postingDate"] = "2026-03-01", ["amount"] = -100m });
        server.Post("other");

        var results = await ResumeAsync(server, journal, ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(hasALineToGoBy ? BatchPaymentOutcome.Created : BatchPaymentOutcome.Unknown));
        Assert.That(server.CountOf(set), Is.EqualTo(hasALineToGoBy ? Payments + 1 : 0));
    }

    [Test]
    public async Task Batch_NeverArrivedAndOwnJournalPostedUnderItsNumbers_IsSent(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = 5, ["documentNumber"] = "OLD", ["amount"] = 1m });
        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Never, guard);
        server.Post(set);

        var results = await ResumeAsync(server, journal, ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Created));
        Assert.That(server.CountOf(set), Is.EqualTo(Payments));
    }

    /// <summary>A journal can have a posting number series: what is posted gets another number, and nothing can be recognised.</summary>
    [Test]
    public async Task Batch_JournalPostedUnderOtherNumbers_IsToldAsUnknownAndNotSent([Values] bool hasALineToGoBy, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        if (hasALineToGoBy)
        {
            server[set].Insert(new() { ["lineNumber"] = 5, ["documentNumber"] = "OLD", ["amount"] = 1m });
        }

        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Now, guard);
        var next = 0;
        server.Post(set, _ => string.Create(CultureInfo.InvariantCulture, $"PP{++next:D6}"));

        var results = await ResumeAsync(server, journal, ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Unknown));
        Assert.That(
            results.Select(result => result.Failure!.Message),
            Is.All.Contains("something was posted since, and may have got another number").And.All.Contains("The payment is not in the journal."));
        Assert.That(server.CountOf(set), Is.Zero);
    }

    [Test]
    public async Task Batch_EntriesNotReadable_IsToldAsUnknownAndNotSent(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1, Chooser = request => IsOfEntries(request) ? ModelFault.Forbidden : ModelFault.None };
        var (journal, set) = Journals.New();
        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Now, guard, others: request => IsOfEntries(request) ? ModelFault.Forbidden : ModelFault.None);
        server.Post(set);

        var results = await ResumeAsync(server, journal, ledger, guard, request => IsOfEntries(request) ? ModelFault.Forbidden : ModelFault.None);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Unknown));
        Assert.That(results.Select(result => result.Failure!.Message), Is.All.Contains("it cannot be read whether the journal was posted meanwhile"));
        Assert.That(server.CountOf(set), Is.Zero);
    }

    /// <summary>A batch that was begun over API v2.0 and is run again over the documented surface, which has no posted entries.</summary>
    [Test]
    public async Task Batch_ResumedOverTheDocumentedSurface_IsToldAsUnknownAndNotSent(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        var ledger = new ListLedger();
        await CrashAsync(server, journal, ledger, ModelExecution.Now, guard);
        server.Post(set);
        server.Chooser = _ => ModelFault.None;
        using var client = server.DocumentedClient();

        var results = await client.Payments(journal).RunAsync(Batches.Of(Payments), ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Unknown));
        Assert.That(results.Select(result => result.Failure!.Message), Is.All.Contains("the posted entries could not be read"));
        Assert.That(server.CountOf(set), Is.Zero);
    }

    /// <summary>The response of a single create is lost, and the journal is posted before the payment can be looked up.</summary>
    [TestCase("PAY-1", "a payment with its document number PAY-1 was posted since")]
    [TestCase(null, "Without a document number it cannot be told from other payments")]
    public async Task Create_ResponseLostAndJournalPosted_IsToldAsUnknownAndNotSent(string? document, string because, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        server.Script("POST", new ModelFault("posted", ModelExecution.Now, (_, _, _) =>
        {
            server.Post(set);
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }));
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Payments(journal).CreateAsync(
            new CustomerPayment { CustomerNumber = "C0001", Amount = -100, DocumentNumber = document, PostingDate = new DateOnly(2026, 3, 1) }, guard));

        Assert.That(error.Message, Does.Contain(because).And.Contain("The connection broke off"));
        Assert.That(server.CountOf(set), Is.Zero);
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    /// <summary>The documented surface shows no posted entries, but lines of the journal: as long as one is there, nothing was posted.</summary>
    [Test]
    public async Task Create_OnTheDocumentedSurface_IsRetriedAsLongAsALineIsThere([Values] bool hasALineToGoBy, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        using var client = server.DocumentedClient();
        var payment = new CustomerPayment { CustomerNumber = "C0001", Amount = -100 };
        if (hasALineToGoBy)
        {
            await client.Payments(journal).CreateAsync(payment, guard);
        }

        server.Script("POST", ModelFault.Reset(ModelExecution.Never));
        var create = client.Payments(journal).CreateAsync(payment, guard);

        if (hasALineToGoBy)
        {
            await create;
            Assert.That(server.CountOf(set), Is.EqualTo(2));
            return;
        }

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => create);
        Assert.That(error.Message, Does.Contain("it cannot be read whether the journal was posted meanwhile").And.Contain("The connection broke off"));
    }

    private static ModelServer WithOldEntries()
    {
        var server = new ModelServer { MaxBatchSize = 1 };
        server["generalLedgerEntries"].Insert(new() { ["documentNumber"] = "G-1" });
        server["generalLedgerEntries"].Insert(new() { ["documentNumber"] = "G-2" });
        return server;
    }

    private static bool IsOfEntries(RecordedRequest request) => request.Target.AbsolutePath.EndsWith("/generalLedgerEntries", StringComparison.Ordinal);

    /// <summary>Sends all payments, and dies with each of them on its way.</summary>
    private static async Task CrashAsync(
        ModelServer server, Guid journal, ListLedger ledger, ModelExecution execution, CancellationToken guard, Func<RecordedRequest, ModelFault>? others = null, Func<List<BatchPayment>>? payments = null)
    {
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Chooser = request => request.Method != "POST" ? others?.Invoke(request) ?? ModelFault.None : new("crash", execution, async (_, _, _) =>
        {
            if (Interlocked.Increment(ref arrived) == Payments)
            {
                all.SetResult();
            }

            await all.Task;
            throw new CrashException("on the way");
        });
        using var client = server.Client();
        await Assert.ThrowsAsync<CrashException>(() => client.Payments(journal).RunAsync(payments?.Invoke() ?? Batches.Of(Payments), ledger, guard, concurrency: Payments));
        Assert.That(ledger.Entries.Select(entry => entry.State), Is.All.EqualTo(PaymentLedgerState.Sending));
    }

    private static async Task<List<BatchPaymentResult>> ResumeAsync(
        ModelServer server, Guid journal, ListLedger ledger, CancellationToken guard, Func<RecordedRequest, ModelFault>? chooser = null, Func<List<BatchPayment>>? payments = null)
    {
        server.Chooser = chooser ?? (_ => ModelFault.None);
        using var client = server.Client();
        return await client.Payments(journal).RunAsync(payments?.Invoke() ?? Batches.Of(Payments), ledger, guard);
    }
}
