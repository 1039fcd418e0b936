using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>Payments that go together in one request, all of them or none, are each created once.</summary>
[CancelAfter(30_000)]
public class GroupedBatchTests
{
    [Test]
    public async Task Batch_NothingGoesWrong_GoesInRequestsOfUpToAHundred(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();

        var results = await client.Payments(journal).RunAsync(Batches.Of(540), ledger, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.IsCreated), Is.All.True);
            Assert.That(results.Select(result => result.Reference), Is.EqualTo(Batches.Of(540).Select(item => item.Reference)));
            Assert.That(results.Select(result => result.LineNumber), Is.EqualTo(Enumerable.Range(1, 540).Select(ListLedger.Line)));
            Assert.That(results.Select(result => result.PaymentId.ToString()), Is.EqualTo(server[set].Rows.Select(row => row["id"]!.ToString())));
            Assert.That(SizesOf(server), Is.EqualTo((int[])[20, 40, 80, 100, 100, 100, 100]));
            Assert.That(server.Sent("GET"), Is.EqualTo(2), "the highest line and the last entry");
        }
    }

    [Test]
    public async Task Batch_SomeRefused_CreatesAllOthersAndSaysWhyOfEach(CancellationToken guard)
    {
        using var server = new ModelServer { Refuses = row => row["amount"]!.GetValue<decimal>() is -100 or -104 or -109 };
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var ledger = new ListLedger();

        var results = await client.Payments(journal).RunAsync(Batches.Of(20), ledger, guard);

        var refused = results.FindAll(result => !result.IsCreated);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Select(result => result.Reference), Is.EqualTo((string[])["line 1", "line 2", "line 9", "line 10", "line 19", "line 20"]));
            Assert.That(refused.Select(result => result.Failure), Is.All.InstanceOf<FinancialsValidationException>());
            Assert.That(ledger.Entries.FindAll(entry => entry.State is PaymentLedgerState.Refused).ConvertAll(entry => entry.Reference), Is.EquivalentTo(refused.Select(result => result.Reference)));
            Assert.That(server.CountOf(set), Is.EqualTo(14));
            Assert.That(results.Select(result => result.Reference), Is.EqualTo(Batches.Of(20).Select(item => item.Reference)));
        }
    }

    [Test]
    public async Task Batch_ResponseLost_IsSettledByOneLookUp(
        [Values("reset", "hanging", "truncated", "html", "500", "503")] string fault, CancellationToken guard)
    {
        using var server = new ModelServer().Script(
            "POST", ModelFault.Ambiguous.Select(make => make(ModelExecution.Now)).Single(lost => lost.Name == fault));
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(20), new ListLedger(), guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.IsCreated), Is.All.True);
            Assert.That(server.CountOf(set), Is.EqualTo(20));
            Assert.That(server.Methods, Is.EqualTo("GET GET POST GET"));
        }
    }

    [Test]
    public async Task Batch_NeverArrived_IsSentOnceMore([Values] bool hasALineToGoBy, [Values] bool hasAnEntry, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never), ModelFault.Hanging(ModelExecution.Never));
        var (journal, set) = Journals.New();
        var there = hasALineToGoBy ? 1 : 0;
        if (hasALineToGoBy)
        {
            server.Insert(set, new() { ["lineNumber"] = 5, ["amount"] = 1m });
        }

        if (hasAnEntry)
        {
            server.Insert("generalLedgerEntries", new() { ["documentNumber"] = "G-1" });
        }

        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(20), new ListLedger(), guard);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(20 + there));
        Assert.That(SizesOf(server), Is.EqualTo((int[])[20, 20, 20]));
    }

    /// <summary>The first request is executed after all, when the second has been.</summary>
    [Test]
    public async Task Batch_FirstRequestExecutedLate_CreatesNothingTwice([Values(0, 1, 2, 3, 4)] int requests, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Late) with { Requests = requests });
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(20), new ListLedger(), guard);
        server.Settle();

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(20));
        Assert.That(results.Select(result => result.PaymentId.ToString()), Is.EqualTo(server[set].Rows.Select(row => row["id"]!.ToString())));
    }

    /// <summary>What tells later whether the journal was posted is the line that was last when a payment was first sent.</summary>
    [Test]
    public async Task Batch_SecondGroup_GoesByTheLastLineOfTheFirst(CancellationToken guard)
    {
        using var server = new ModelServer { MaxBatchSize = 2 };
        using var client = server.Client();
        var ledger = new ListLedger();

        var results = await client.Payments(Journals.New().Id).RunAsync(Batches.Of(4), ledger, guard);

        var sent = ledger.Entries.Where(entry => entry.State is PaymentLedgerState.Sending).ToList();
        Assert.That(sent.Select(entry => entry.LineBefore), Is.EqualTo((Guid?[])[null, null, results[1].PaymentId, results[1].PaymentId]));
        Assert.That(sent.Select(entry => entry.LineDocumentBefore), Is.EqualTo((string?[])[null, null, results[1].DocumentNumber, results[1].DocumentNumber]));
    }

    [Test]
    public async Task Batch_RepeatedByAGateway_CreatesNothingTwiceAndCallsNothingAFailure(CancellationToken guard)
    {
        using var server = new ModelServer { Chooser = request => request.Method == "POST" ? ModelFault.Repeated : ModelFault.None };
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(60), new ListLedger(), guard);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(60));
    }

    /// <summary>The response is lost, and before it is looked for, somebody posts the journal.</summary>
    [Test]
    public async Task Batch_ResponseLostAndJournalPosted_IsToldAsPosted(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server.Insert("generalLedgerEntries", new() { ["documentNumber"] = "G-1" });
        server.Script("POST", ModelFault.Reset(ModelExecution.Now));
        server.Arriving = request =>
        {
            if (request.Method == "GET" && server.Sent("POST") == 1 && server.CountOf(set) > 0)
            {
                server.Post(set);
            }
        };
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(20), new ListLedger(), guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Posted));
            Assert.That(server.CountOf("generalLedgerEntries"), Is.EqualTo(21));
            Assert.That(server.CountOf(set), Is.Zero);
        }
    }

    [Test]
    public async Task Batch_ServiceWithoutBatches_GoesOneByOneAndAsksOnce(CancellationToken guard)
    {
        using var server = new ModelServer { TakesBatches = false };
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(50), new ListLedger(), guard);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(50));
        Assert.That(SizesOf(server), Is.EqualTo((int[])[20]));
    }

    /// <summary>Lines that no endpoint shows hold the numbers.</summary>
    [Test]
    public async Task Batch_NumbersAreTaken_GetsOthers(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server.Script("GET", new ModelFault("hides lines", ModelExecution.Never, (_, _, _) => Task.FromResult(ScriptedTransport.Json("""{"value":[]}"""))));
        server.Insert(set, new() { ["lineNumber"] = ListLedger.Line(3), ["amount"] = 7m });
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(10), new ListLedger(), guard);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(11));
        Assert.That(results.ConvertAll(result => result.LineNumber), Has.None.EqualTo(ListLedger.Line(3)).And.Unique);
    }

    [Test]
    public async Task Resume_SomeOfAGroupAreThere_CreatesTheOthersTogether(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server.Insert(set, new() { ["lineNumber"] = 5, ["amount"] = 1m });
        var ledger = new ListLedger();
        using (var died = server.Client())
        {
            server.Chooser = request => request.Method == "POST"
                ? new("crash", ModelExecution.Now, (_, _, _) => throw new CrashException("after the POST"))
                : ModelFault.None;
            await Assert.ThrowsAsync<CrashException>(() => died.Payments(journal).RunAsync(Batches.Of(20), ledger, guard));
        }

        server.Chooser = _ => ModelFault.None;
        foreach (var row in server[set].Rows.Skip(6).ToList())
        {
            server[set].Remove(row);
        }

        server.ForgetRequests();
        using var client = server.Client();
        var results = await client.Payments(journal).RunAsync(Batches.Of(20), ledger, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => (result.IsCreated, result.CreatedEarlier)), Is.All.EqualTo((true, false)));
            Assert.That(server.CountOf(set), Is.EqualTo(21));
            Assert.That(SizesOf(server), Is.EqualTo((int[])[15]));
            Assert.That(server.Methods, Is.EqualTo("GET GET POST"), "the look-up, the line that proves, the rest");
        }
    }

    [TestCase("""{"responses":[]}""")]
    [TestCase("""{"status":"ok"}""")]
    [TestCase("""{"responses":[{"id":"0","status":201}]}""")]
    [TestCase("""{"responses":[{"id":"7","status":400}]}""")]
    [TestCase("""{"responses":[{"status":201,"body":{"id":"11111111-1111-1111-1111-111111111111"}}]}""")]
    [TestCase("""{"responses":"none"}""")]
    public async Task Batch_AnotherResponseInItsPlace_IsSettledByLookingUp(string body, CancellationToken guard)
    {
        using var server = new ModelServer().Script(
            "POST", new ModelFault("another", ModelExecution.Now, (_, _, _) => Task.FromResult(ScriptedTransport.Json(body))));
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(2), new ListLedger(), guard);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(2));
    }

    /// <summary>A part of the transaction failed inside of the service, which says so in the response of that part.</summary>
    [Test]
    public async Task Batch_APartFailedForNow_IsRetriedAloneAndTheOthersTogether(CancellationToken guard)
    {
        using var server = new ModelServer().Script(
            "POST",
            new ModelFault("deadlock", ModelExecution.Never, (_, _, _) => Task.FromResult(ScriptedTransport.Json("""{"responses":[{"id":"3","status":500,"body":{"error":{"code":"Internal_ServerError","message":"No."}}}]}"""))));
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(10), new ListLedger(), guard);

        Assert.That(results.Select(result => result.IsCreated), Is.All.True);
        Assert.That(server.CountOf(set), Is.EqualTo(10));
        Assert.That(SizesOf(server), Is.EqualTo((int[])[10, 3, 6]));
    }

    /// <summary>How many payments each of the requests had that held several.</summary>
    private static int[] SizesOf(ModelServer server) =>
        [.. server.Requests.Where(request => request.Target.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
            .Select(request => System.Text.Json.Nodes.JsonNode.Parse(request.Body)!["requests"]!.AsArray().Count)];
}
