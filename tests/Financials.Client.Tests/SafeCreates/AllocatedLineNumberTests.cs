using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>A payment without a line number gets one before it is first sent, and never the same as another.</summary>
[CancelAfter(20_000)]
public class AllocatedLineNumberTests
{
    private static readonly CustomerPayment Payment = new() { CustomerNumber = "C0001", Amount = -100 };

    [TestCase(null, 10_000)]
    [TestCase(7, 10_007)]
    [TestCase(20_000, 30_000)]
    public async Task Create_NoNumber_TakesTheHighestAndTenThousand(int? highest, int expected, CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        if (highest is { } taken)
        {
            server[set].Insert(new() { ["lineNumber"] = 5 });
            server[set].Insert(new() { ["lineNumber"] = taken });
        }

        using var client = server.Client();

        Assert.That((await client.Payments(journal).CreateAsync(Payment, guard)).LineNumber, Is.EqualTo(expected));
        Assert.That((await client.Payments(journal).CreateAsync(Payment with { LineNumber = 0 }, guard)).LineNumber, Is.EqualTo(expected + 10_000));
        Assert.That(server.Sent("GET"), Is.EqualTo(1), "The second number needs no question.");
    }

    [Test]
    public async Task Create_NumbersUsedUp_SendsNothing(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = int.MaxValue - 9_999 });
        using var client = server.Client();

        await Assert.ThrowsAsync<OverflowException>(() => client.Payments(journal).CreateAsync(Payment, guard));

        Assert.That(server.Sent("POST"), Is.Zero);
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
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now)).Script("GET", ModelFault.None, ModelFault.Forbidden);
        var (journal, _) = Journals.New();
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Payments(journal).CreateAsync(Payment, guard));

        Assert.That(error.Entity, Is.EqualTo(Payment with { LineNumber = 10_000 }));
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

        Assert.That(
            server[set].Rows.Select(row => row["lineNumber"]!.GetValue<int>()).Order(),
            Is.EqualTo(Enumerable.Range(1, 20).Select(i => i * 10_000)));
        Assert.That(server.Sent("POST"), Is.EqualTo(20));
    }

    [Test]
    public async Task Create_NumberTakenByAnotherProcess_TakesTheNext(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        await client.Payments(journal).CreateAsync(Payment, guard);
        server[set].Insert(new() { ["lineNumber"] = 20_000 });
        server[set].Insert(new() { ["lineNumber"] = 30_000 });

        var created = await client.Payments(journal).CreateAsync(Payment, guard);

        Assert.That(created.LineNumber, Is.EqualTo(40_000));
        Assert.That(server[set].Rows, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Create_GivenNumberTaken_IsNotReplaced(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        server[set].Insert(new() { ["lineNumber"] = 20_000 });
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).CreateAsync(Payment with { LineNumber = 20_000 }, guard));

        Assert.That(server.Requests, Has.Count.EqualTo(1));
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
                server[set].Insert(new() { ["lineNumber"] = 10_000, ["customerNumber"] = "C0002" });
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
