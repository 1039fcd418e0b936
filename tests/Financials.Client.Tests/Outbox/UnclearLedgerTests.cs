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

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard));
        var results = await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard);

        Assert.That(error!.Message, Does.Contain("It may have been sent before, and looking it up failed"));
        Assert.That(results.Single().PaymentId.ToString(), Is.EqualTo(server[set].Rows.Single()["id"]!.ToString()));
    }

    [Test]
    public async Task Resume_OtherValuesUnderTheNumber_IsAConflict(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard);
        ledger.Entries.RemoveAt(1);
        server[set].Update(server[set].Rows.Single(), new() { ["customerNumber"] = "C0002" });

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).RunAsync(Batches.Of(1), ledger, guard));

        Assert.That(error.Message, Does.Contain("with other values"));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Resume_NumberTakenAndNoNewOneFound_GoesOnWithANewNumber(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();
        await client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard);
        server[set].Insert(new() { ["lineNumber"] = 30_000, ["comment"] = "from another process" });
        server.Script("GET", ModelFault.Forbidden);

        await Assert.CatchAsync<FinancialsException>(() => client.Payments(journal).RunAsync(Batches.Of(3), ledger, guard));
        var results = await client.Payments(journal).RunAsync(Batches.Of(3), ledger, guard);

        Assert.That(results[2].LineNumber, Is.EqualTo(40_000));
        Assert.That(server[set].Rows, Has.Count.EqualTo(4));
    }
}
