using System.Text.Json;
using Financials.Client;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkerService;

namespace Financials.Samples.Tests.WorkerService;

/// <summary>What is dropped into the inbox is posted once, whatever happens in between.</summary>
[CancelAfter(60_000)]
public class PaymentInboxTests
{
    private DirectoryInfo _inbox = null!;
    private FinancialsSandbox _sandbox = null!;
    private FinancialsClient _client = null!;
    private string _customer = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _inbox = Directory.CreateTempSubdirectory("inbox-");
        _sandbox = await FinancialsSandbox.StartAsync(new() { SampleData = false });
        _client = _sandbox.CreateBusinessCentralClient(new() { Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) } });
        _customer = (await _client.Companies[_sandbox.Company.Id].Customers.CreateAsync(new Customer { DisplayName = "Coho Winery" })).Number!;
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        _inbox.Delete(recursive: true);
    }

    [Test]
    public async Task File_OfPayments_IsPostedAndMovedAway(CancellationToken guard)
    {
        Drop("bank.json", List(3));

        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300]));
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "payments.ledger"]));
    }

    [Test]
    public async Task File_WhoseServiceGoesAway_StaysAndIsFinishedLater(CancellationToken guard)
    {
        Drop("bank.json", List(20));
        _sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST").WithProbability(0.3, seed: 1));
        _sandbox.Faults.Add(SandboxFault.Fail(403).On("POST").WithProbability(0.2, seed: 2));

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json", "payments.ledger"]));
        _sandbox.Faults.Clear();
        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo(Enumerable.Range(1, 20).Select(i => -100m * i)), "each once");
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "payments.ledger"]));
    }

    /// <summary>A ledger of each file knew nothing of the other files.</summary>
    [Test]
    public async Task Payments_ThatComeInASecondFile_ArePostedOnce(CancellationToken guard)
    {
        Drop("monday.json", List(3));
        await Inbox().EmptyAsync(guard);
        Drop("tuesday.json", List(4));

        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300, -400]));
    }

    [Test]
    public async Task File_OfTheSameNameAsOneThatIsDone_LeavesThatInItsPlace(CancellationToken guard)
    {
        Drop("bank.json", List(1));
        await Inbox().EmptyAsync(guard);
        Drop("bank.json", List(2));

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/bank-2.json", "done/bank.json", "payments.ledger"]));
        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200]));
    }

    /// <summary>Refused payments ended in a line of the log, and their file among those that are done.</summary>
    [Test]
    public async Task Payments_ThatAreRefused_AreInAFileThatCanBeCorrectedAndDropped(CancellationToken guard)
    {
        Drop("bank.json", $"[{Payment(1)},{Payment(2, "NOBODY")}]");

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["done/bank.json", "done/bank.refused.json", "payments.ledger"]));
        var refused = await ReadAsync("done/bank.refused.json", guard);
        Assert.That(refused.Select(payment => (payment.Reference, payment.Reason)), Is.EqualTo([("bank-2", """The "customerNumber" does not match to a Customer.""")]));

        Drop("corrected.json", JsonSerializer.Serialize(refused.Select(payment => payment with { CustomerNumber = _customer }), JsonSerializerOptions.Web));
        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200]));
    }

    [Test]
    public async Task Payment_OfUnknownOutcome_IsInAFileOfItsOwnAndNeverSentAgain(CancellationToken guard)
    {
        // The response is lost, the look-up after it fails, and the journal is posted under other document numbers before the payment is looked for.
        var journal = _sandbox.Company.DefaultJournal.Id!.Value;
        _sandbox.Company.ReplacesDocumentNumbers = true;
        Drop("bank.json", List(1));
        _sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST").Times(1));
        _sandbox.Faults.Add(SandboxFault.SlowHeaders(TimeSpan.Zero).On("GET", "*/customerPayments").Times(1));
        using (_sandbox.Faults.Add(SandboxFault.Fail(403).On("GET", "*/customerPayments")))
        {
            await Inbox().EmptyAsync(guard);
        }

        _sandbox.Company.PostJournal(journal);

        await Inbox().EmptyAsync(guard);
        Drop("again.json", List(1));
        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.Empty, "nothing was sent again");
        Assert.That(Files(), Is.SupersetOf((string[])["done/bank.json", "done/bank.unknown.json"]));
        Assert.That((await ReadAsync("done/bank.unknown.json", guard)).Single().Reason, Does.Contain("for document B-1 among what was posted"));
    }

    [Test]
    public async Task File_ThatIsNoListOfPayments_IsPutAsideAndTheNextIsPosted(CancellationToken guard)
    {
        Drop("a.json", "{ nonsense");
        Drop("b.json", List(1));

        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EqualTo([-100m]));
        Assert.That(Files(), Is.EqualTo(["done/b.json", "payments.ledger", "unreadable/a.json"]));
    }

    /// <summary>Half of a file was put aside as unreadable, and its other half followed it there or was lost.</summary>
    [Test]
    public async Task File_ThatIsStillGrowing_IsLeftAloneUntilItIsWhole(CancellationToken guard)
    {
        var whole = List(3);
        var inbox = Inbox();
        Drop("bank.json", whole[..^20], age: TimeSpan.FromSeconds(5));

        await inbox.EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json", "payments.ledger"]));
        Assert.That(Amounts(), Is.Empty, "of a file that is not whole, nothing is sent");
        Drop("bank.json", whole, age: TimeSpan.FromSeconds(1));
        await inbox.EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300]));
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "payments.ledger"]));
    }

    [Test]
    public async Task File_ThatSomebodyIsWritingTo_IsLeftAlone(CancellationToken guard)
    {
        Drop("bank.json", List(1));
        using (new FileStream(Path.Combine(_inbox.FullName, "bank.json"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await Inbox().EmptyAsync(guard);
            Assert.That(Files(), Is.EqualTo(["bank.json", "payments.ledger"]));
        }

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "payments.ledger"]));
    }

    [Test]
    public async Task File_OfAnotherName_IsNotTaken(CancellationToken guard)
    {
        Drop("bank.json.tmp", List(1));

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["bank.json.tmp"]));
    }

    /// <summary>The ledger went first: a file that could not follow it had none, and was imported a second time.</summary>
    [Test]
    public async Task File_ThatCannotBeMovedAway_IsNotImportedTwice(CancellationToken guard)
    {
        Drop("bank.json", List(3));
        var inTheWay = _inbox.CreateSubdirectory("done/bank.json");

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json", "payments.ledger"]));
        inTheWay.Delete();
        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200, -300]));
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "payments.ledger"]));
    }

    /// <summary>The failure to put a file aside ended the worker.</summary>
    [Test]
    public async Task File_ThatCannotBePutAside_DoesNotStopTheNext(CancellationToken guard)
    {
        Drop("a.json", "nonsense");
        Drop("b.json", List(1));
        _inbox.CreateSubdirectory("unreadable/a.json");

        await Inbox().EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["a.json", "done/b.json", "payments.ledger"]));
    }

    /// <summary>Such a file ended the worker, and ended it again at each start.</summary>
    [Test]
    public async Task File_WithAReferenceTwice_IsPutAsideAndTheNextIsPosted(CancellationToken guard)
    {
        Drop("a.json", $"[{Payment(1)},{Payment(1)}]");
        Drop("b.json", $"[{Payment(2)}]");

        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EquivalentTo((decimal[])[-100, -200]), "the first of each");
        Assert.That(Files(), Is.EqualTo(["done/b.json", "payments.ledger", "unreadable/a.json"]));
    }

    [Test]
    public async Task File_WithAPaymentThatWasSentAsAnother_IsPutAside(CancellationToken guard)
    {
        Drop("a.json", List(1));
        await Inbox().EmptyAsync(guard);
        Drop("b.json", List(1).Replace("100.00", "101.00", StringComparison.Ordinal));

        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.EqualTo([-100m]));
        Assert.That(Files(), Is.EqualTo(["done/a.json", "payments.ledger", "unreadable/b.json"]));
    }

    [Test]
    public async Task File_WithoutADocumentNumber_IsPutAside(CancellationToken guard)
    {
        Drop("a.json", List(1).Replace(""", "documentNumber": "B-1" """, "", StringComparison.Ordinal));

        await Inbox().EmptyAsync(guard);

        Assert.That(Amounts(), Is.Empty);
        Assert.That(Files(), Does.Contain("unreadable/a.json"));
    }

    [Test]
    public async Task File_ForAJournalThatIsNotThere_Stays(CancellationToken guard)
    {
        Drop("bank.json", List(1));

        await Inbox("BANK").EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["bank.json"]));
        Assert.That(Amounts(), Is.Empty);
    }

    /// <summary>With the journal in the settings changed, the files are right and the ledger is wrong.</summary>
    [Test]
    public async Task File_WhoseLedgerIsAnotherJournals_Stays(CancellationToken guard)
    {
        Drop("a.json", List(1));
        await Inbox().EmptyAsync(guard);
        await _client.Companies[_sandbox.Company.Id].PaymentJournals.CreateAsync(new PaymentJournal { Code = "BANK" }, guard);
        Drop("b.json", List(2));

        await Inbox("BANK").EmptyAsync(guard);

        Assert.That(Files(), Is.EqualTo(["b.json", "done/a.json", "payments.ledger"]));
        Assert.That(Amounts(), Is.EqualTo([-100m]));
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
        Options.Create(new WorkerOptions { Inbox = folder ?? _inbox.FullName, Company = _sandbox.Company.Name, Journal = journal }),
        new ManualTime(),
        NullLogger<PaymentInbox>.Instance);

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

    private async Task<IncomingPayment[]> ReadAsync(string name, CancellationToken cancellationToken) => JsonSerializer.Deserialize<IncomingPayment[]>(
        await File.ReadAllTextAsync(Path.Combine(_inbox.FullName, name), cancellationToken), JsonSerializerOptions.Web)!;

    private IEnumerable<decimal?> Amounts() => _sandbox.Company.AllPayments.Select(payment => payment.Amount);

    private IEnumerable<string> Files() => _inbox.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_inbox.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
