using System.Text.Json.Nodes;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>Which numbers a batch tries for a payment, how often, and what it asks of the service before.</summary>
[CancelAfter(20_000)]
public class BatchAttemptTests
{
    private static IEnumerable<TestCaseData> Hidden => [new(ModelFault.Forbidden), new(ModelFault.NotFound)];

    [Test]
    public async Task Batch_NumbersAlwaysTaken_GivesUpAfterTenAndNamesThePayment(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1, Chooser = request => request.Method == "POST" ? ModelFault.Taken : ModelFault.None };
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard));

        int[] places = [1, 3, 7, 15, 31, 63, 127, 255, 511, 1_023];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.StartWith("The batch stopped at the payment 'line 1'."));
            Assert.That(Numbers(server), Is.EqualTo(places.Select(ListLedger.Line)));
            Assert.That(ledger.Entries.Select(entry => entry.State), Is.EqualTo(
                Enumerable.Repeat((PaymentLedgerState[])[PaymentLedgerState.Sending, PaymentLedgerState.Refused], 10).SelectMany(pair => pair)));
            Assert.That(ledger.Entries.Chunk(2).Select(pair => pair[1]), Is.EqualTo(ledger.Entries.Chunk(2).Select(pair => pair[0] with { State = PaymentLedgerState.Refused })));
        }

        server.Chooser = _ => ModelFault.None;
        Assert.That((await client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard)).Select(result => result.LineNumber), Is.EqualTo((int[])[ListLedger.Line(1_024), ListLedger.Line(1_025)]));
        Assert.That(server.CountOf(set), Is.EqualTo(2));
    }

    [Test]
    public async Task Batch_NumberTakenNineTimes_TakesTheTenth(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("POST", [.. Enumerable.Repeat(ModelFault.Taken, 9)]);
        var (journal, _) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(1), new ListLedger(), guard);

        Assert.That(results.Single().LineNumber, Is.EqualTo(ListLedger.Line(1_023)));
    }

    [Test]
    public async Task Batch_NumberTaken_AsksForTheHighestAgain(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("POST", ModelFault.Taken);
        var (journal, _) = Journals.New();
        using var client = server.Client();

        await client.Payments(journal).RunAsync(Batches.Of(3), new ListLedger(), guard);

        // The highest and the last entry; whose the taken number is, and whether the journal was posted; the highest again.
        Assert.That(server.Methods, Is.EqualTo("GET GET POST GET GET GET POST POST POST"));
    }

    [Test]
    public async Task Batch_BeforeTheFirstPayment_KeepsTheLastEntryAndTheHighestLine(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var (journal, set) = Journals.New();
        server["generalLedgerEntries"].Insert(new() { ["documentNumber"] = "G-1" });
        server["generalLedgerEntries"].Insert(new() { ["documentNumber"] = "G-2" });
        server[set].Insert(new() { ["lineNumber"] = 5, ["documentNumber"] = "OLD" });
        using var client = server.Client();
        var ledger = new ListLedger();

        await client.Payments(journal).RunAsync(Batches.Of(2), ledger, guard);

        var (first, second) = (ledger.Entries[0], ledger.Entries[2]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.LastEntryBefore, first.LineDocumentBefore), Is.EqualTo(((int?)2, "OLD")));
            Assert.That(first.LineBefore.ToString(), Is.EqualTo(server[set].Rows[0]["id"]!.ToString()));
            Assert.That((second.LastEntryBefore, second.LineDocumentBefore), Is.EqualTo(((int?)2, server[set].Rows[1]["documentNumber"]!.ToString())));
            Assert.That(second.LineBefore, Is.EqualTo(ledger.Entries[1].PaymentId));
        }
    }

    [Test]
    public async Task Batch_WithoutAnyEntry_KeepsZero(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 };
        var ledger = new ListLedger();
        using var client = server.Client();

        await client.Payments(Journals.New().Id).RunAsync(Batches.Of(1), ledger, guard);

        Assert.That(ledger.Entries[0].LastEntryBefore, Is.Zero);
        Assert.That(ledger.Entries[0].LineBefore, Is.Null);
    }

    [TestCaseSource(nameof(Hidden))]
    public async Task Batch_EntriesNotShown_GoesOnWithoutThem(object fault, CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("GET", ModelFault.None, (ModelFault)fault);
        var ledger = new ListLedger();
        using var client = server.Client();

        var results = await client.Payments(Journals.New().Id).RunAsync(Batches.Of(1), ledger, guard);

        Assert.That(results.Single().IsCreated, Is.True);
        Assert.That(ledger.Entries[0].LastEntryBefore, Is.Null);
    }

    /// <summary>Any other failure says nothing about the service, so the batch does not begin without knowing.</summary>
    [Test]
    public async Task Batch_EntriesNotReadable_StopsBeforeItSendsAnything(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("GET", ModelFault.None, ModelFault.Invalid);
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsValidationException>(() => client.Payments(Journals.New().Id).RunAsync(Batches.Of(1), new ListLedger(), guard));

        Assert.That(server.Sent("POST"), Is.Zero);
    }

    [Test]
    public async Task Batch_HighestOnASecondPage_IsFound(CancellationToken guard)
    {
        var (journal, set) = Journals.New();
        using var server = new ModelServer { MaxBatchSize = 1 }.Script("GET", EmptyPageBefore("$skiptoken=1"), EmptyPageBefore("$skiptoken=2"));
        server[set].Insert(new() { ["lineNumber"] = 40_000 });
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(1), new ListLedger(), guard);

        Assert.That(results.Single().LineNumber, Is.EqualTo(ListLedger.Line(5)));

        ModelFault EmptyPageBefore(string query) => new("empty page", ModelExecution.Never, (_, _, _) => Task.FromResult(ScriptedTransport.Json(new JsonObject
        {
            ["value"] = new JsonArray(),
            ["@odata.nextLink"] = $"https://service.example/api/v2.0/companies({Ids.Company})/customerPaymentJournals({journal})/customerPayments?$orderby=lineNumber%20desc&$top=1&{query}",
        }.ToJsonString())));
    }

    private static IEnumerable<int> Numbers(ModelServer server) =>
        server.Requests.Where(request => request.Method == "POST").Select(request => JsonNode.Parse(request.Body)!["lineNumber"]!.GetValue<int>());
}
