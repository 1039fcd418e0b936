using System.Text;
using Financials.Client.Outbox;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>What the ledger in a file refuses, and that it can be used afterwards.</summary>
[CancelAfter(20_000)]
public class LedgerRefusalTests
{
    private const string LaterVersion = "The ledger was written by a later version of Financials.Client. Use that version to go on with it.";

    private static readonly PaymentJournalAddress Journal = new()
    {
        Service = new Uri("https://service.example/api/v2.0"), CompanyId = Ids.Company, JournalId = Ids.Journal,
    };

    private static readonly PaymentLedgerEntry Sending = new() { Reference = "line 1", State = PaymentLedgerState.Sending, LineNumber = 10_007, Digest = "D1" };

    private static readonly string Header =
        $$"""{"format":"financials-ledger/2","ledgerId":"{{Ids.Payment}}","journal":{"service":"https://service.example/api/v2.0","companyId":"{{Ids.Company}}","journalId":"{{Ids.Journal}}"},"lineNumberOffset":7}""";

    private static IEnumerable<TestCaseData> Unreadable =>
    [
        Case("another format", Header.Replace("ledger/2", "ledger/3", StringComparison.Ordinal)),
        Case("another property of the header", Header.Replace("\"lineNumberOffset\"", "\"kind\":1,\"lineNumberOffset\"", StringComparison.Ordinal)),
        Case("no header", "null"),
        Case("another state", Header, """{"reference":"line 1","state":"Cancelled","lineNumber":10007,"digest":"D1"}"""),
        Case("another property", Header, """{"reference":"line 1","state":"Sending","lineNumber":10007,"digest":"D1","amount":1}"""),
        Case("no entry", Header, "null"),
    ];

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void Open_WithoutAPath_IsAMistake(string? path) =>
        Assert.That(() => new FilePaymentLedger(path!), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo("path"));

    [Test]
    public void Open_InADirectoryThatIsNotThere_IsRefused() => Assert.Throws<DirectoryNotFoundException>(
        () => new FilePaymentLedger(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "ledger")));

    [Test]
    public async Task Begin_WithoutAJournal_IsAMistakeAndTakesNothing(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        await Assert.ThrowsAsync<ArgumentNullException>(() => ledger.BeginAsync(null!, guard));

        await using var batch = await ledger.BeginAsync(Journal, guard);
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task Begin_WithAFileOfALaterVersion_SaysSoEachTime(string[] lines, CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await WriteLinesAsync(file.Path, lines, guard);
        using var ledger = new FilePaymentLedger(file.Path);

        foreach (var _ in (int[])[1, 2])
        {
            var error = await Assert.ThrowsAsync<InvalidDataException>(() => ledger.BeginAsync(Journal, guard));
            Assert.That(error.Message, Is.EqualTo(LaterVersion));
        }

        Assert.That((await Assert.ThrowsAsync<InvalidDataException>(() => ledger.ReadAllAsync(guard).ToListAsync(guard).AsTask())).Message, Is.EqualTo(LaterVersion));
    }

    [Test]
    public async Task Begin_CancelledWhileItReads_CanBeginAgain(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await WriteLinesAsync(file.Path, [Header, """{"reference":"line 1","state":"Sending","lineNumber":10007,"digest":"D1"}"""], guard);
        using var ledger = new FilePaymentLedger(file.Path);

        await Assert.CatchAsync<OperationCanceledException>(() => ledger.BeginAsync(Journal, new CancellationToken(canceled: true)));

        await using var batch = await ledger.BeginAsync(Journal, guard);
        Assert.That((batch.LedgerId, batch.LineNumbers.Offset, await batch.FindAsync("line 1", guard)), Is.EqualTo((Ids.Payment, 7, Sending)));
    }

    [Test]
    public async Task ReadAll_WhileABatchIsUnderWay_IsRefusedAndTheOtherWayRound(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        var inUse = $"The ledger '{file.Path}' serves one batch at a time, and another is using it.";
        await using (var batch = await ledger.BeginAsync(Journal, guard))
        {
            await batch.WriteAsync(Sending, guard);
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.ReadAllAsync(guard).ToListAsync(guard).AsTask());
            Assert.That(error.Message, Is.EqualTo(inUse));
        }

        await foreach (var entry in ledger.ReadAllAsync(guard))
        {
            Assert.That(entry, Is.EqualTo(Sending));
            Assert.That((await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.BeginAsync(Journal, guard))).Message, Is.EqualTo(inUse));
            break;
        }

        await using var next = await ledger.BeginAsync(Journal, guard);
    }

    [Test]
    public async Task ReadAll_OfANewLedger_GivesNothing(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        Assert.That(await ledger.ReadAllAsync(guard).ToListAsync(guard), Is.Empty);
    }

    [Test]
    public async Task Write_OfNothing_IsAMistake(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        await using var batch = await ledger.BeginAsync(Journal, guard);

        await Assert.ThrowsAsync<ArgumentNullException>(() => batch.WriteAsync((PaymentLedgerEntry)null!, guard));
        await Assert.ThrowsAsync<ArgumentNullException>(() => batch.WriteAsync((IReadOnlyList<PaymentLedgerEntry>)null!, guard));
    }

    /// <summary>The same of what a ledger has that writes and finds one at a time.</summary>
    [Test]
    public async Task WriteAndFind_OfNothingInALedgerOfOnesOwn_AreMistakes(CancellationToken guard)
    {
        await using var batch = await new ListLedger().BeginAsync(Journal, guard);

        await Assert.ThrowsAsync<ArgumentNullException>(() => batch.WriteAsync((IReadOnlyList<PaymentLedgerEntry>)null!, guard));
        await Assert.ThrowsAsync<ArgumentNullException>(() => batch.FindAsync((IReadOnlyList<string>)null!, guard).AsTask());
    }

    /// <summary>A batch that is over must neither write nor end the one after it.</summary>
    [Test]
    public async Task Batch_ThatIsOver_WritesNothingAndDoesNotEndTheNext(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        var over = await ledger.BeginAsync(Journal, guard);
        await over.DisposeAsync();
        await using var next = await ledger.BeginAsync(Journal, guard);

        await over.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => over.WriteAsync(Sending, guard));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.BeginAsync(Journal, guard));
        Assert.That(await next.FindAsync("line 1", guard), Is.Null);
    }

    [Test]
    public async Task Dispose_ThenOpenAgain_IsPossibleInTheSameProcess(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        var ledger = new FilePaymentLedger(file.Path);
        ledger.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ledger.BeginAsync(Journal, guard));
        using var again = new FilePaymentLedger(file.Path);
    }

    private static async Task WriteLinesAsync(string path, string[] lines, CancellationToken guard)
    {
        using var file = new LedgerFile(path);
        foreach (var line in lines)
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(line), guard);
        }
    }

    private static TestCaseData Case(string name, params string[] lines) => new TestCaseData((object)lines).SetArgDisplayNames(name);
}
