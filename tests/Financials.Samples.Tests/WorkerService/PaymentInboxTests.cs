using Financials.Client;
using Financials.Sandbox;
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

    [SetUp]
    public async Task StartAsync()
    {
        _inbox = Directory.CreateTempSubdirectory("inbox-");
        _sandbox = await FinancialsSandbox.StartAsync(new() { SampleData = false });
        _client = _sandbox.CreateBusinessCentralClient(new() { Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) } });
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
        await DropAsync("bank.json", 3, guard);

        await Inbox().EmptyAsync(guard);

        Assert.That(Payments().Select(payment => payment.Amount), Is.EquivalentTo((decimal[])[-100, -200, -300]));
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "done/bank.json.ledger"]));
    }

    [Test]
    public async Task File_WhoseServiceGoesAway_StaysAndIsFinishedLater(CancellationToken guard)
    {
        await DropAsync("bank.json", 20, guard);
        _sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST").WithProbability(0.3, seed: 1));
        _sandbox.Faults.Add(SandboxFault.Fail(403).On("POST").WithProbability(0.2, seed: 2));

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json", "bank.json.ledger"]));
        _sandbox.Faults.Clear();
        await Inbox().EmptyAsync(guard);

        Assert.That(
            Payments().Select(payment => payment.Amount), Is.EquivalentTo(Enumerable.Range(1, 20).Select(i => -100m * i)), "each once");
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "done/bank.json.ledger"]));
    }

    [Test]
    public async Task File_ThatIsNoListOfPayments_IsPutAsideAndTheNextIsPosted(CancellationToken guard)
    {
        await File.WriteAllTextAsync(Path.Combine(_inbox.FullName, "a.json"), "{ nonsense", guard);
        await DropAsync("b.json", 1, guard);

        await Inbox().EmptyAsync(guard);

        Assert.That(Payments(), Has.Count.EqualTo(1));
        Assert.That(Files(), Is.SupersetOf((string[])["done/b.json", "unreadable/a.json"]));
    }

    /// <summary>The ledger went first: a file that could not follow it had none, and was imported a second time.</summary>
    [Test]
    public async Task File_ThatCannotBeMovedAway_IsNotImportedTwice(CancellationToken guard)
    {
        await DropAsync("bank.json", 3, guard);
        var inTheWay = _inbox.CreateSubdirectory("done/bank.json");

        await Inbox().EmptyAsync(guard);
        Assert.That(Files(), Is.EqualTo(["bank.json", "bank.json.ledger"]));
        inTheWay.Delete();
        await Inbox().EmptyAsync(guard);

        Assert.That(Payments(), Has.Count.EqualTo(3));
        Assert.That(Files(), Is.EqualTo(["done/bank.json", "done/bank.json.ledger"]));
    }

    /// <summary>Such a file ended the worker, and ended it again at each start.</summary>
    [Test]
    public async Task File_WithAReferenceTwice_IsPutAsideAndTheNextIsPosted(CancellationToken guard)
    {
        await DropAsync("a.json", 1, guard);
        var once = await File.ReadAllTextAsync(Path.Combine(_inbox.FullName, "a.json"), guard);
        await File.WriteAllTextAsync(Path.Combine(_inbox.FullName, "a.json"), $"[{once[1..^1]},{once[1..^1]}]", guard);
        await DropAsync("b.json", 1, guard);

        await Inbox().EmptyAsync(guard);

        Assert.That(Payments(), Has.Count.EqualTo(2), "the first of each");
        Assert.That(Files(), Is.SupersetOf((string[])["done/b.json", "unreadable/a.json"]));
    }

    [Test]
    public async Task File_WithoutADocumentNumber_IsPutAside(CancellationToken guard)
    {
        await DropAsync("a.json", 1, guard);
        var whole = await File.ReadAllTextAsync(Path.Combine(_inbox.FullName, "a.json"), guard);
        await File.WriteAllTextAsync(Path.Combine(_inbox.FullName, "a.json"), whole.Replace(""", "documentNumber": "B-1" """, "", StringComparison.Ordinal), guard);

        await Inbox().EmptyAsync(guard);

        Assert.That(Payments(), Is.Empty);
        Assert.That(Files(), Does.Contain("unreadable/a.json"));
    }

    [Test]
    public async Task File_ForAJournalThatIsNotThere_Stays(CancellationToken guard)
    {
        await DropAsync("bank.json", 1, guard);

        await Inbox("BANK").EmptyAsync(guard);

        Assert.That(Files(), Does.Contain("bank.json"));
        Assert.That(Payments(), Is.Empty);
    }

    [Test]
    public async Task Worker_StartedWithoutSettings_PostsTheExampleOnTheSandbox(CancellationToken guard)
    {
        var said = await SampleProcess.RunUntilAsync("WorkerService", [], "payment(s) are in the journal", guard);

        Assert.That(said, Does.Contain("example.json: 3 payment(s) are in the journal, 1 refused"));
        Assert.That(said, Does.Contain("""The "customerNumber" does not match to a Customer."""));
    }

    private PaymentInbox Inbox(string journal = "default") => new(
        _client,
        Options.Create(new WorkerOptions
        {
            Inbox = _inbox.FullName, Company = _sandbox.Company.Name, Journal = journal,
        }),
        NullLogger<PaymentInbox>.Instance);

    private async Task DropAsync(string name, int payments, CancellationToken cancellationToken)
    {
        var customer = await _client.Companies[_sandbox.Company.Id].Customers.CreateAsync(new Customer { DisplayName = "Coho Winery" }, cancellationToken);
        var entries = Enumerable.Range(1, payments).Select(i =>
            $$"""{ "reference": "bank-{{i}}", "customerNumber": "{{customer.Number}}", "amount": {{100 * i}}.00, "postingDate": "2026-01-31", "documentNumber": "B-{{i}}" }""");
        await File.WriteAllTextAsync(Path.Combine(_inbox.FullName, name), $"[{string.Join(',', entries)}]", cancellationToken);
    }

    private IReadOnlyList<CustomerPayment> Payments() => _sandbox.Company.AllPayments;

    private IEnumerable<string> Files() => _inbox.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_inbox.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
