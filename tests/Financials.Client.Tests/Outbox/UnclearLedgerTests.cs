using Financials.Client.Tests.SafeCreates;

namespace Financials.Client.Tests.Outbox;

/// <summary>What the ledger leaves open stays open until the service has answered the question.</summary>
[CancelAfter(20_000)]
public class UnclearLedgerTests
{
    private static IEnumerable<TestCaseData> LookUpRefusals => [new(ModelFault.Invalid), new(ModelFault.NotFound), new(ModelFault.Forbidden)];

    [TestCaseSource(nameof(LookUpRefusals))]
    public async Task Resume_LookUpRefused_DoesNotTakeThePaymentForRefused(object fault, CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard);
        ledger.Entries.RemoveAt(1);
        server.Script("GET", (ModelFault)fault);

        var unclear = (await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard)).Single();
        var results = await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard);

        Assert.That(unclear.Outcome, Is.EqualTo(BatchPaymentOutcome.Unknown));
        Assert.That(unclear.Failure!.Message, Does.Contain("It may have been sent before, and looking it up failed"));
        Assert.That(results.Single().PaymentId.ToString(), Is.EqualTo(server[set].Rows.Single()["id"]!.ToString()));
    }

    [Test]
    public async Task Resume_OtherValuesUnderTheNumber_IsAResultAndTheOthersGoOn(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard);
        ledger.Entries.RemoveAt(1);
        server[set].Update(server[set].Rows.Single(), new() { ["customerNumber"] = "C0002" });

        var results = await client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard);

        Assert.That(results.Select(result => result.Outcome), Is.EqualTo((BatchPaymentOutcome[])[BatchPaymentOutcome.Unknown, BatchPaymentOutcome.Created]));
        Assert.That(results[0].Failure, Is.InstanceOf<FinancialsDuplicateException>().With.Message.Contains("with other values"));
        Assert.That(server.Sent("POST"), Is.EqualTo(2));
    }

    [Test]
    public async Task Resume_NumberTakenAndNoNewOneFound_GoesOnWithANewNumber(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard);
        server.Arriving = request =>
        {
            if (request.Method == "POST")
            {
                server[set].Insert(new() { ["lineNumber"] = ListLedger.Line(3), ["comment"] = "from another process" });
            }
        };
        server.Script("GET", ModelFault.None, ModelFault.None, ModelFault.None, ModelFault.None, ModelFault.Forbidden);

        await Assert.CatchAsync<FinancialsException>(() => client.Payments(journal).RunAsync(Batches.Of(3), ledger, guard));
        var results = await client.Payments(journal).RunAsync(Batches.Of(3), ledger, guard);

        Assert.That(results[2].LineNumber, Is.EqualTo(ListLedger.Line(4)));
        Assert.That(server[set].Rows, Has.Count.EqualTo(4));
    }
}
