using System.Data.Common;
using Financials.Client;
using Financials.Client.Ledger.Sql;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkerService;

namespace Financials.Samples.Tests.WorkerService;

/// <summary>What is dropped into the inbox is taken in whole or not at all, and sent once, whatever happens in between.</summary>
[CancelAfter(60_000)]
public class PaymentInboxTests
{
    private DirectoryInfo _inbox = null!;
    private FinancialsSandbox _sandbox = null!;
    private FinancialsClient _client = null!;
    private DbDataSource _database = null!;
    private PaymentOutbox _outbox = null!;
    private string _customer = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _inbox = Directory.CreateTempSubdirectory("inbox-");
        _sandbox = await FinancialsSandbox.StartAsync(new() { SampleData = false });
        _client = _sandbox.CreateBusinessCentralClient(new()
        {
            Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1), AttemptTimeout = TimeSpan.FromSeconds(20) },
        });
        _customer = (await _client.Companies[_sandbox.Company.Id].Customers.CreateAsync(new Customer { DisplayName = "Coho Winery" })).Number!;
        _database = WorkerDatabase.Open(Configuration());
        await WorkerDatabase.PrepareAsync(_database, new SqlPaymentLedger(_database, Ledger));
        _outbox = new PaymentOutbox(_database, Ledger);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _inbox.Delete(recursive: true);
    }

    private static SqlLedgerOptions Ledger => new() { Dialect = SqlLedgerDialect.Sqlite, LeaseDuration = TimeSpan.FromSeconds(30) };

    [Test]
    public async Task File_OfPayments_IsTakenInMovedAwayAndSent(CancellationToken guard)
    {
        Drop("bank.json", List(3));

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/bank.json"]));
        Assert.That((await _outbox.GetStatusAsync(guard)).Due, Is.EqualTo(3));
        await SendAsync(guard);
        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300]));
    }

    [Test]
    public async Task Payments_WhoseServiceGoesAway_AreSentOnceLater(CancellationToken guard)
    {
        Drop("bank.json", List(20));
        _sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST").Times(3));
        _sandbox.Faults.Add(SandboxFault.Fail(503).On("POST").Times(30));

        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo(Enumerable.Range(1, 20).Select(i => -100m * i)), "each once");
    }

    /// <summary>A ledger of each file knew nothing of the other files.</summary>
    [Test]
    public async Task Payments_ThatComeInASecondFile_AreSentOnce([Values] bool isSentBetween, CancellationToken guard)
    {
        Drop("monday.json", List(3));
        await Inbox().EmptyAsync(guard);
        if (isSentBetween)
        {
            await SendAsync(guard);
        }

        Drop("tuesday.json", List(4));
        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/monday.json", "done/tuesday.json"]));
        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300, -400]));
    }

    [Test]
    public async Task File_OfTheSameNameAsOneThatIsDone_LeavesThatInItsPlace(CancellationToken guard)
    {
        Drop("bank.json", List(1));
        await Inbox().EmptyAsync(guard);
        Drop("bank.json", List(2));

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/bank-2.json", "done/bank.json"]));
    }

    /// <summary>Refused payments ended in a line of the log, and their file among those that are done.</summary>
    [Test]
    public async Task Payments_ThatAreRefused_AreParkedAndCanBeRemovedAndDroppedCorrected(CancellationToken guard)
    {
        Drop("bank.json", $"[{Payment(1)},{Payment(2, "NOBODY")}]");
        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        var (code, shown) = await ParkedAsync("parked");
        Assert.That(code, Is.Zero);
        Assert.That(shown, Does.Contain("bank-2").And.Contain("""The "customerNumber" does not match to a Customer."""));
        var id = shown.Trim().Split(' ')[0];
        Assert.That((await ParkedAsync("remove", id)).ExitCode, Is.Zero);
        Drop("corrected.json", $"[{Payment(2)}]");
        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200]));
        Assert.That(await ParkedAsync("release", id), Is.EqualTo((1, $"No payment {id} is parked.{Environment.NewLine}")));
        Assert.That(await ParkedAsync("release", "two"), Is.EqualTo((1, $"'two' is no number. The command 'parked' shows them.{Environment.NewLine}")));
    }

    [Test]
    public async Task File_ThatIsNoListOfPayments_IsPutAsideAndTheNextIsTakenIn(CancellationToken guard)
    {
        Drop("a.json", "{ nonsense");
        Drop("b.json", List(1));

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/b.json", "unreadable/a.json"]));
    }

    /// <summary>Half of a file was put aside as unreadable, and its other half followed it there or was lost.</summary>
    [Test]
    public async Task File_ThatIsStillGrowing_IsLeftAloneUntilItIsWhole(CancellationToken guard)
    {
        var whole = List(3);
        var inbox = Inbox();
        Drop("bank.json", whole[..^20], age: TimeSpan.FromSeconds(5));

        await inbox.EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json"]));
        Assert.That((await _outbox.GetStatusAsync(guard)).Due, Is.Zero, "of a file that is not whole, nothing is taken in");
        Drop("bank.json", whole, age: TimeSpan.FromSeconds(1));
        await inbox.EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/bank.json"]));
        Assert.That((await _outbox.GetStatusAsync(guard)).Due, Is.EqualTo(3));
    }

    [Test]
    public async Task File_ThatSomebodyIsWritingTo_IsLeftAlone(CancellationToken guard)
    {
        Drop("bank.json", List(1));
        using (new FileStream(Path.Combine(_inbox.FullName, "bank.json"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await Inbox().EmptyAsync(guard);
            Assert.That(Files(), Is.EqualTo(["bank.json"]));
        }

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["done/bank.json"]));
    }

    /// <summary>The ledger went first: a file that could not follow it had none, and was imported a second time.</summary>
    [Test]
    public async Task File_ThatCannotBeMovedAway_IsNotTakenInTwice(CancellationToken guard)
    {
        Drop("bank.json", List(3));
        var inTheWay = _inbox.CreateSubdirectory("done/bank.json");

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json"]));
        inTheWay.Delete();
        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300]));
        Assert.That(Files(), Is.EqualTo(["done/bank.json"]));
    }

    /// <summary>Such a file ended the worker, and ended it again at each start.</summary>
    [Test]
    public async Task File_WithAReferenceTwice_IsPutAsideWholeAndTheNextIsTakenIn(CancellationToken guard)
    {
        Drop("a.json", $"[{Payment(1)},{Payment(1)}]");
        Drop("b.json", $"[{Payment(2)}]");

        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        Assert.That(Amounts(), Is.EqualTo([-200m]));
        Assert.That(Files(), Is.EqualTo(["done/b.json", "unreadable/a.json"]));
    }

    [Test]
    public async Task File_WithAPaymentThatWasTakenInAsAnother_IsPutAside(CancellationToken guard)
    {
        Drop("a.json", List(1));
        await Inbox().EmptyAsync(guard);
        Drop("b.json", List(1).Replace("100.00", "101.00", StringComparison.Ordinal));

        await Inbox().EmptyAsync(guard);
        await SendAsync(guard);

        Assert.That(Amounts(), Is.EqualTo([-100m]));
        Assert.That(Files(), Is.EqualTo(["done/a.json", "unreadable/b.json"]));
    }

    [Test]
    public async Task File_WithoutADocumentNumber_IsPutAside(CancellationToken guard)
    {
        Drop("a.json", List(1).Replace(""", "documentNumber": "B-1" """, "", StringComparison.Ordinal));

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["unreadable/a.json"]));
        Assert.That((await _outbox.GetStatusAsync(guard)).Due, Is.Zero);
    }

    [Test]
    public async Task File_ForAJournalThatIsNotThere_Stays(CancellationToken guard)
    {
        Drop("bank.json", List(1));

        await Inbox("BANK").EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["bank.json"]));
    }

    /// <summary>The inbox is on a drive that is not there, or not ours: the worker has to be there when it is again.</summary>
    [Test]
    public void Inbox_ThatCannotBeUsed_StopsNothing(CancellationToken guard)
    {
        Drop("file", "");

        Assert.That(() => Inbox(folder: Path.Combine(_inbox.FullName, "file", "inbox")).EmptyAsync(guard), Throws.Nothing);
    }

    private PaymentInbox Inbox(string journal = "default", string? folder = null) => new(
        _client,
        _database,
        _outbox,
        Options.Create(new WorkerOptions { Inbox = folder ?? _inbox.FullName, Company = _sandbox.Company.Name, Journal = journal }),
        new ManualTime(),
        NullLogger<PaymentInbox>.Instance);

    private Microsoft.Extensions.Configuration.ConfigurationManager Configuration() =>
        new Microsoft.Extensions.Configuration.ConfigurationManager { ["Worker:Inbox"] = _inbox.FullName };

    /// <summary>Runs a worker until nothing is due any more.</summary>
    private async Task SendAsync(CancellationToken guard)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(_database);
        builder.Services.AddSingleton(_client);
        builder.Services.AddFinancialsPaymentOutbox(options =>
        {
            options.Ledger = Ledger;
            options.PollingInterval = options.BaseDelay = TimeSpan.FromMilliseconds(10);
        });
        using var host = builder.Build();
        await host.StartAsync(guard);
        while ((await _outbox.GetStatusAsync(guard)).Due > 0)
        {
            await Task.Yield();
        }

        await host.StopAsync(guard);
    }

    private async Task<(int ExitCode, string Output)> ParkedAsync(params string[] command)
    {
        Assert.That(ParkedPayments.IsCommand(command));
        using var output = new StringWriter();
        return (await ParkedPayments.RunAsync(command, _outbox, output), output.ToString());
    }

    private string List(int payments) => $"[{string.Join(',', Enumerable.Range(1, payments).Select(i => Payment(i)))}]";

    private string Payment(int i, string? customer = null) => $$"""
        { "reference": "bank-{{i}}", "customerNumber": "{{customer ?? _customer}}", "amount": {{100 * i}}.00, "postingDate": "2026-01-31", "documentNumber": "B-{{i}}" }
        """;

    /// <summary>Writes a file that is old enough to be whole, by the clock of the inbox.</summary>
    private void Drop(string name, string text, TimeSpan? age = null)
    {
        var path = Path.Combine(_inbox.FullName, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, (ManualTime.Start - (age ?? PaymentInbox.Patience)).UtcDateTime);
    }

    private IEnumerable<decimal?> Amounts() => _sandbox.Company.AllPayments.Select(payment => payment.Amount);

    private IEnumerable<string> Files() => _inbox.EnumerateFiles("*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_inbox.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
