using Financials.Client.Tests.SafeCreates;

namespace Financials.Client.Tests.Outbox;

/// <summary>A batch creates each of its payments once, and says what became of each.</summary>
[CancelAfter(20_000)]
public class PaymentBatchTests
{
    [Test]
    public async Task Batch_NothingGoesWrong_CreatesEachInOrder(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var ledger = new ListLedger();
        var results = await client.Payments(journal).RunAsync(Batches.Of(20), ledger, guard);

        using (Assert.EnterMultipleScope())
        {
            var sending = ledger.Entries.Where(entry => entry.State is PaymentLedgerState.Sending);
            Assert.That(sending.Skip(1).Select(entry => entry.LineBefore), Is.EqualTo(results.SkipLast(1).Select(result => result.PaymentId)), "what each can be judged by");
            Assert.That(results.Select(result => result.IsCreated), Is.All.True);
            Assert.That(results.Select(result => result.LineNumber), Is.EqualTo(Enumerable.Range(1, 20).Select(ListLedger.Line)));
            Assert.That(results.Select(result => result.PaymentId.ToString()), Is.EqualTo(server[set].Rows.Select(row => row["id"]!.ToString())));
            Assert.That(server.Sent("POST"), Is.EqualTo(20));
        }
    }

    [Test]
    public async Task Batch_RunAgain_SendsNothingAndGivesTheSameResults(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, _) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        var first = await client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard);
        var requests = server.Requests.Count;

        var second = await client.Payments(journal).RunAsync(Batches.Of(5), ledger, guard);

        Assert.That(second, Is.EqualTo(first.Select(result => result with { CreatedEarlier = true })));
        Assert.That(server.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Batch_PaymentRefused_IsReportedAndTheOthersAreCreated(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("POST", ModelFault.None, ModelFault.Invalid);
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        var batch = Batches.Of(4);

        var results = await client.Payments(journal).RunAsync(batch, ledger, guard);

        Assert.That(results.Select(result => result.IsCreated), Is.EqualTo((bool[])[true, false, true, true]));
        Assert.That(results[1].Failure, Is.InstanceOf<FinancialsValidationException>());

        batch[1] = batch[1] with { Payment = batch[1].Payment with { Amount = -7 } };
        var again = await client.Payments(journal).RunAsync(batch, ledger, guard);

        Assert.That(again.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server[set].Rows.Select(row => row["amount"]!.GetValue<decimal>()).Order(), Is.EqualTo((decimal[])[-101, -101, -100, -7]));
    }

    [Test]
    public async Task Batch_OutcomeUnknown_IsAResultAndTheOthersAreCreated(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }
            .Script("POST", ModelFault.None, ModelFault.Reset(ModelExecution.Now))
            .Script("GET", ModelFault.None, ModelFault.None, ModelFault.Forbidden);
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();

        var first = await client.Payments(journal).RunAsync(Batches.Of(4), ledger, guard);
        var results = await client.Payments(journal).RunAsync(Batches.Of(4), ledger, guard);

        BatchPaymentOutcome[] outcomes = [BatchPaymentOutcome.Created, BatchPaymentOutcome.Unknown, BatchPaymentOutcome.Created, BatchPaymentOutcome.Created];
        Assert.That(first.Select(result => result.Outcome), Is.EqualTo(outcomes));
        Assert.That((first[1].LineNumber, first[1].Failure), Is.EqualTo(((int?)ListLedger.Line(2), first[1].Failure as FinancialsOutcomeUnknownException)));
        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server[set].Rows, Has.Count.EqualTo(4));
        Assert.That(server.Sent("POST"), Is.EqualTo(4));
    }

    [Test]
    public async Task Batch_NumberTakenByAnotherProcess_TakesTheNext(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard);
        server[set].Insert(new() { ["lineNumber"] = 30_008 });

        var results = await client.Payments(journal).RunAsync(Batches.Of(4), ledger, guard);

        Assert.That(results.Select(result => result.LineNumber), Is.EqualTo(Enumerable.Range(1, 5).Where(place => place != 3).Select(ListLedger.Line)));
    }

    [TestCase("sent")]
    [TestCase("created")]
    public async Task Batch_PaymentChangedAfterItWasSent_IsRefused(string until, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, _) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard);
        if (until == "sent")
        {
            ledger.Entries.RemoveAt(1);
        }

        var batch = Batches.Of(1).ConvertAll(item => item with { Payment = item.Payment with { Amount = -7 } });
        var requests = server.Requests.Count;

        var error = await Assert.ThrowsAsync<PaymentChangedException>(() => client.Payments(journal).RunAsync(batch, ledger, guard));

        Assert.That(error.Message, Is.EqualTo(
            "The payment 'line 1' is not the one that was sent under this reference. Restore it, or give the changed payment another reference."));
        Assert.That(server.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Batch_ReferenceTwice_IsAMistake(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var batch = Batches.Of(2);

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Payments(journal).RunAsync([.. batch, batch[0]], new ListLedger(), guard));

        Assert.That(error.Message, Does.Contain("'line 1' occurs twice"));
        Assert.That(server[set].Rows, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Batch_LineNumberGiven_IsAMistake(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, _) = Journals.New();
        using var client = server.Client();
        var batch = Batches.Of(1).ConvertAll(item => item with { Payment = item.Payment with { LineNumber = 10_000 } });

        await Assert.ThrowsAsync<ArgumentException>(() => client.Payments(journal).RunAsync(batch, new ListLedger(), guard));

        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Ledger_AfterABatch_HoldsNothingPersonal(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("POST", ModelFault.None, ModelFault.Invalid);
        var (journal, _) = Journals.New();
        using var client = server.DocumentedClient();
        using var file = new TemporaryFile();
        var payment = new CustomerPayment
        {
            CustomerNumber = "CANARY1", ContactId = "CANARY2", DocumentNumber = "CANARY3", ExternalDocumentNumber = "CANARY4", Amount = -98765.43m,
            AppliesToInvoiceNumber = "CANARY5", Description = "CANARY6", Comment = "CANARY7", PostingDate = new DateOnly(2031, 7, 9),
        };

        using (var ledger = new FilePaymentLedger(file.Path))
        {
            await client.Payments(journal).RunAsync([new("1", payment), new("2", payment with { DocumentNumber = "CANARY8" })], ledger, guard);
        }

        var text = await File.ReadAllTextAsync(file.Path, guard);
        Assert.That(text, Does.Contain("Created").And.Contains("Refused"));
        Assert.That(text.Replace("CANARY3", "a document number", StringComparison.Ordinal), Does.Not.Contain("CANARY").And.Not.Contains("98765").And.Not.Contains("2031"));
    }
}
