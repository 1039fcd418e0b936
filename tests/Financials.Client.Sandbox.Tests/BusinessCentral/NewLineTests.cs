using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>What the service fills in of a new journal line, and the lines that it counts though nobody sees them.</summary>
[TestFixture]
public sealed class NewLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 22, 0, 0, TimeSpan.Zero);

    private CentralBench _bench = null!;
    private string _payments = null!;
    private Guid _journalId;

    [SetUp]
    public async Task Start()
    {
        _bench = await CentralBench.StartAsync(new() { TimeProvider = new FixedTime(), SampleData = false });
        var accountId = (await _bench.GetAsync($"/customerPaymentJournals({_bench.Documented.JournalId})"))["balancingAccountId"];
        await CreateJournalAsync($$"""{"code":"EDI","balancingAccountId":"{{accountId}}"}""");
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task First_LineOfAJournalWithASeries_HasTodayAndTheNextNumberWhichIsNotGivenYet()
    {
        var first = await _bench.CreateAsync(_bench.Payments, """{"amount":-1}""");
        await _bench.SendAsync($"DELETE {_bench.Payments}({first["id"]})");
        var again = await _bench.CreateAsync(_bench.Payments, """{"amount":-1}""");
        Assert.That(new[] { Line(first), Line(again) }, Is.All.EqualTo("10000 2026-03-01 G00001"));
    }

    [Test]
    public async Task First_LineOfAJournalWithoutASeries_HasNoDocumentNumber() =>
        Assert.That(Line(await CreateAsync("""{"amount":-1}""")), Is.EqualTo("10000 2026-03-01 "));

    [Test]
    public async Task Next_Line_TakesOverTheDateAndCountsUpTheNumber()
    {
        await CreateAsync("""{"amount":-1,"postingDate":"2025-12-31","documentNumber":"B-099"}""");
        var next = await CreateAsync("""{"amount":-2}""");
        Assert.That(Line(next), Is.EqualTo("20000 2025-12-31 B-100"));
    }

    [Test]
    public async Task Next_LineOfAJournalWithoutABalancingAccount_SharesTheNumberOfTheOneThatDoesNotBalance()
    {
        await CreateJournalAsync("""{"code":"BARE"}""");
        await CreateAsync("""{"amount":-1,"documentNumber":"B-1"}""");
        var shared = await CreateAsync("""{"amount":1}""");
        var own = await CreateAsync("""{"amount":-5,"externalDocumentNumber":"X"}""");
        Assert.That($"{Line(shared)}, {Line(own)}", Is.EqualTo("20000 2026-03-01 B-1, 30000 2026-03-01 B-2"));
    }

    [Test]
    public async Task Line_BetweenOthers_TakesOverTheNextOne()
    {
        await CreateAsync("""{"lineNumber":10000,"amount":-1,"postingDate":"2026-01-01","documentNumber":"A1"}""");
        await CreateAsync("""{"lineNumber":20000,"amount":-1,"postingDate":"2026-02-02","documentNumber":"B1"}""");
        var between = await CreateAsync("""{"lineNumber":15000,"amount":-1}""");
        var other = await CreateAsync("""{"lineNumber":16000,"amount":-1,"externalDocumentNumber":"X"}""");
        Assert.That($"{Line(between)}, {Line(other)}", Is.EqualTo("15000 2026-02-02 B1, 16000 2026-02-02 B2"));
    }

    [TestCase("")]
    [TestCase("""{"lineNumber":0}""")]
    public async Task LineNumber_AbsentOrZero_ComesAfterTheLastLineOfAnyKind(string body)
    {
        await CreateAsync("""{"amount":-1}""");
        Assert.That(_bench.Company.AddHiddenLine(_journalId), Is.EqualTo(20_000));
        Assert.That(_bench.Company.AddHiddenLine(_journalId, 47_000, "10100", 5m), Is.EqualTo(47_000));
        var next = await CreateAsync(body.Length == 0 ? "{}" : body);
        Assert.That(next["lineNumber"]!.GetValue<int>(), Is.EqualTo(57_000));
    }

    [Test]
    public async Task HiddenLine_OfAJournal_IsNeverShownAndHoldsItsNumber()
    {
        _bench.Company.AddHiddenLine(_journalId, 10_000);
        var refused = await _bench.SendAsync($"POST {_payments}", """{"lineNumber":10000,"amount":-1}""");
        var created = await CreateAsync("""{"lineNumber":20000,"amount":-1}""");
        var renamed = await _bench.SendAsync($"PATCH {_payments}({created["id"]})", """{"lineNumber":10000}""", ("If-Match", "*"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                refused.Refusal,
                Is.EqualTo("400 Internal_EntityWithSameKeyExists: The record in table Gen. Journal Line already exists. Identification fields and values: Line No.='10000'"));
            Assert.That(renamed.Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
            Assert.That(await _bench.ListAsync(_payments, "lineNumber"), Is.EqualTo("20000"));
            Assert.That(await _bench.ListAsync($"{_payments}?$filter=lineNumber eq 10000", "id"), Is.Empty);
            Assert.That(() => _bench.Company.AddHiddenLine(_journalId, 20_000), Throws.InvalidOperationException);
        }
    }

    [Test]
    public async Task Journal_Deleted_TakesItsHiddenLinesAlong()
    {
        _bench.Company.AddHiddenLine(_journalId, 10_000);
        await _bench.SendAsync($"DELETE /customerPaymentJournals({_journalId})");
        await CreateJournalAsync("""{"code":"EDI"}""");
        Assert.That((await CreateAsync("""{"amount":-1}"""))["lineNumber"]!.GetValue<int>(), Is.EqualTo(10_000));
    }

    private static string Line(JsonObject line) => $"{line["lineNumber"]} {line["postingDate"]} {line["documentNumber"]}";

    private Task<JsonObject> CreateAsync(string body) => _bench.CreateAsync(_payments, body);

    private async Task CreateJournalAsync(string body)
    {
        _journalId = Guid.Parse($"{(await _bench.CreateAsync("/customerPaymentJournals", body))["id"]}");
        _payments = $"/customerPaymentJournals({_journalId})/customerPayments";
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
