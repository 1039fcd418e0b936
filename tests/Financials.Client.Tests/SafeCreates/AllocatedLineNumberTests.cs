using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>A payment without a line number gets one before it is first sent, and never the same as another.</summary>
[CancelAfter(20_000)]
public class AllocatedLineNumberTests
{
    private static readonly CustomerPayment Payment = new() { CustomerNumber = "C0001", Amount = -100 };

    [TestCase(null, 10_000)]
    [TestCase(7, 10_000)]
    [TestCase(20_000, 30_000)]
    public async Task Create_NoNumber_TakesItsOwnAboveTheHighest(int? highest, int expected, CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        if (highest is { } taken)
        {
            server[set].Insert(new() { ["lineNumber"] = 5 });
            server[set].Insert(new() { ["lineNumber"] = taken });
        }

        using var client = server.Client();

        var first = (await client.Payments(journal).CreateAsync(Payment, guard)).LineNumber!.Value;
        Assert.That(first, Is.InRange(expected + 1, expected + 9_999));
        Assert.That((await client.Payments(journal).CreateAsync(Payment with { LineNumber = 0 }, guard)).LineNumber, Is.EqualTo(first + 10_000));
        Assert.That(server.Sent("GET"), Is.EqualTo(highest is null ? 2 : 1), "The second number needs no question.");
    }

    /// <summary>A client has one offset for all journals, which its first payment shows. Another process may have drawn the same.</summary>
    [Test]
    public async Task Create_AnotherProcessHasTheSameOffset_TakesAnotherOne(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var offset = (await client.Payments(Journals.New().Id).CreateAsync(Payment, guard)).LineNumber!.Value % 10_000;
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = 20_000 + offset });

        var number = (await client.Payments(journal).CreateAsync(Payment, guard)).LineNumber!.Value;

        Assert.That(number, Is.InRange(30_001, 39_999));
        Assert.That(number % 10_000, Is.Not.EqualTo(offset));
    }

    [Test]
    public async Task Create_LineAtTheEndOfTheRange_TakesALowerNumber(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = int.MaxValue });
        using var client = server.Client();

        Assert.That((await client.Payments(journal).CreateAsync(Payment, guard)).LineNumber, Is.InRange(10_001, 19_999));
    }

    [Test]
    public async Task Create_NoNumberAndAnswerLost_IsFoundByTheChosenNumber(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var created = await client.Payments(journal).CreateAsync(Payment, guard);

        Assert.That(server[set].Rows.Single()["id"]!.ToString(), Is.EqualTo(created.Id.ToString()));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_OutcomeUnknown_NamesTheChosenNumber(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now)).Script("GET", ModelFault.None, ModelFault.None, ModelFault.Forbidden);
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Payments(journal).CreateAsync(Payment, guard));

        Assert.That(error.Entity, Is.EqualTo(Payment with { LineNumber = server[set].Rows.Single()["lineNumber"]!.GetValue<int>() }));
    }

    [Test]
    public async Task Create_TwentyInParallelFromTwoClients_GetDistinctNumbers(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var one = server.Client();
        using var other = server.Client();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => (i % 2 == 0 ? one : other).Payments(journal).CreateAsync(Payment, guard), guard)));

        var offsets = server[set].Rows.GroupBy(row => row["lineNumber"]!.GetValue<int>() % 10_000, row => row["lineNumber"]!.GetValue<int>());
        Assert.That(offsets.Select(group => group.Distinct().Count()), Is.EqualTo((int[])[10, 10]));
        Assert.That(server.Sent("POST"), Is.EqualTo(20));
    }

    [Test]
    public async Task Create_NumberTakenByAnotherProcess_TakesOneFartherAway(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var first = (await client.Payments(journal).CreateAsync(Payment, guard)).LineNumber!.Value;
        server[set].Insert(new() { ["lineNumber"] = first + 10_000 });
        server[set].Insert(new() { ["lineNumber"] = first + 20_000 });

        var created = await client.Payments(journal).CreateAsync(Payment, guard);

        Assert.That(created.LineNumber, Is.InRange(first + 20_001, first + 50_000));
        Assert.That((created.LineNumber - first) % 10_000, Is.Not.Zero, "the other has the same offset");
        Assert.That(server[set].Rows, Has.Count.EqualTo(4));
    }

    /// <summary>Lines that no endpoint shows hold a thousand numbers: the next ones are ever farther away.</summary>
    [Test]
    public async Task Create_NumbersHeldByLinesThatCannotBeSeen_JumpsOverThem(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server.Chooser = request => request.Method == "POST" && System.Text.Json.Nodes.JsonNode.Parse(request.Body)!["lineNumber"]!.GetValue<int>() < 9_000_000
            ? Taken
            : ModelFault.None;
        using var client = server.Client();

        var created = await client.Payments(journal).CreateAsync(Payment, guard);

        Assert.That(created.LineNumber, Is.InRange(9_000_000, 20_000_000));
        Assert.That(server[set].Rows, Has.Count.EqualTo(1));
    }

    /// <summary>A gateway that repeats a request shows the second answer: "key exists", of the payment that the first one created.</summary>
    [Test]
    public async Task Create_RequestRepeatedOnItsWay_CreatesOnePayment(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Repeated);
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var created = await client.Payments(journal).CreateAsync(Payment, guard);

        Assert.That(server[set].Rows, Has.Count.EqualTo(1));
        Assert.That(created.Id.ToString(), Is.EqualTo(server[set].Rows.Single()["id"]!.ToString()));
    }

    /// <summary>With a key that the caller chose, the payment may be somebody else's: but nobody may say that nothing was created.</summary>
    [Test]
    public async Task Create_GivenNumberAndRequestRepeatedOnItsWay_DoesNotSayThatNothingWasCreated(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Repeated);
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).CreateAsync(Payment with { LineNumber = 20_000 }, guard));

        Assert.That(error.Message, Is.EqualTo(
            "A record of the same key and with the same values exists. Somebody else may have created it, or this call, if something on the way " +
            "repeated the request. Look at it before you create it under another key."));
        Assert.That(error.Facts.MayHaveBeenExecutedBefore, Is.True, "so that nobody gives it another number");
        Assert.That(server[set].Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Create_GivenNumberTaken_IsNotReplaced(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = 20_000 });
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).CreateAsync(Payment with { LineNumber = 20_000 }, guard));

        Assert.That(server.Methods, Is.EqualTo("POST GET"), "whether it is an equal one");
    }

    [Test]
    public async Task Create_AnswerLostAndOtherValuesStored_IsNotGivenAnotherNumber(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        var (journal, set) = Journals.New();
        server.Arriving = request =>
        {
            if (request.Method == "POST")
            {
                server[set].Insert(new() { ["lineNumber"] = System.Text.Json.Nodes.JsonNode.Parse(request.Body)!["lineNumber"]!.GetValue<int>(), ["customerNumber"] = "C0002" });
            }
        };
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).CreateAsync(Payment, guard));

        Assert.That(error.Message, Does.Contain("with other values"));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_NumbersAlwaysTaken_GivesUp(CancellationToken guard)
    {
        using var server = new ModelServer { Chooser = request => request.Method == "POST" ? Taken : ModelFault.None };
        var (journal, _) = Journals.New();
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).CreateAsync(Payment, guard));

        Assert.That(server.Sent("POST"), Is.EqualTo(10));
    }

    private static ModelFault Taken { get; } = new("taken", ModelExecution.Never, (_, _, _) => Task.FromResult(ScriptedTransport.Json(
        """{"error":{"code":"Internal_EntityWithSameKeyExists","message":"No."}}""", System.Net.HttpStatusCode.BadRequest)));
}
