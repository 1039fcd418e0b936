using Financials.Client;
using Financials.Client.Sandbox;
using ImportPayments.Arguments;
using ImportPayments.Import;
using ImportPayments.Output;
using ImportPayments.Service;

namespace Financials.Samples.Tests.ImportPayments.Support;

/// <summary>Imports into a sandbox that outlives each import, as a service does.</summary>
internal sealed class TestImport : IAsyncDisposable
{
    private TestImport(FinancialsSandbox sandbox) => Sandbox = sandbox;

    public FinancialsSandbox Sandbox { get; }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>What the imports have said so far.</summary>
    public StringWriter Out { get; } = new() { NewLine = "\n" };

    /// <summary>What went wrong with them so far.</summary>
    public StringWriter Error { get; } = new() { NewLine = "\n" };

    /// <summary>How often a failed request of the client is retried.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>Default: each payment in a request of its own, so that a test can say which of them something happens to.</summary>
    public int MaxBatchSize { get; set; } = 1;

    /// <summary>The journal that they go into.</summary>
    public Guid JournalId { get; private set; }

    /// <summary>The payments that the service has in it.</summary>
    public IReadOnlyList<CustomerPayment> Payments => Sandbox.Company.Payments(JournalId);

    /// <summary>How many creates it has received.</summary>
    public int Creates => Sandbox.Requests.Count(request => request.Method == "POST");

    public static async Task<TestImport> StartAsync()
    {
        var import = new TestImport(await FinancialsSandbox.StartAsync());
        await import.BeginJournalAsync("ONE");
        return import;
    }

    /// <summary>Makes a new journal the one to import into.</summary>
    public async Task BeginJournalAsync(string code)
    {
        using var client = Sandbox.CreateBusinessCentralClient();
        var journal = await client.Companies[Sandbox.Company.Id].PaymentJournals.CreateAsync(new PaymentJournal { Code = code });
        JournalId = journal.Id!.Value;
        Sandbox.ClearRequests();
    }

    /// <summary>Writes a file with one payment for each of these rows: customer, amount, date and document number.</summary>
    public string Write(params string[] rows) => Folder.Write("p.csv", string.Join("\n", ["customer;amount;date;document", .. rows, ""]));

    /// <summary>
    /// Imports a file of one payment up to where its response is lost and it cannot be looked up, and has its journal posted under other document numbers: nobody can
    /// tell then whether it was in it.
    /// </summary>
    public async Task LeaveOneInTheDarkAsync()
    {
        Write("20000;-1;2026-01-31;D1");
        JournalId = Sandbox.Company.DefaultJournal.Id!.Value;
        Sandbox.Company.ReplacesDocumentNumbers = true;
        Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));
        Sandbox.Faults.Add(SandboxFault.SlowHeaders(TimeSpan.Zero).On("GET", "*/customerPayments").Times(1));
        using (Sandbox.Faults.Add(SandboxFault.Fail(403).On("GET", "*/customerPayments")))
        {
            await RunAsync();
        }

        Sandbox.Company.PostJournal(JournalId);
    }

    /// <summary>Imports <c>p.csv</c>.</summary>
    /// <param name="options">Further options.</param>
    /// <param name="afterRow">Called after each row, with the number of rows that are done; it may interrupt.</param>
    public async Task<int> RunAsync(string options = "", Action<int, Interruption>? afterRow = null)
    {
        using var interruption = new Interruption();
        var arguments = ArgumentParser.Parse([Folder["p.csv"], .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])!;
        var progress = new Observer(done => afterRow?.Invoke(done, interruption));
        return await new PaymentImport(
            arguments, new(Out, Error, IsTerminal: false), progress, interruption, TimeProvider.System, _ => Task.FromResult(Open(arguments))).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Folder.Dispose();
    }

    private Target Open(ImportArguments arguments)
    {
        var client = Sandbox.CreateBusinessCentralClient(new()
        {
            Resilience = { BaseDelay = TimeSpan.Zero, MaxRetries = MaxRetries, MaxBatchSize = MaxBatchSize, MaxConcurrentRequests = arguments.Concurrency },
        });
        return new("the test's journal", client.Companies[Sandbox.Company.Id].PaymentJournals[JournalId].Payments, client);
    }

    private sealed class Observer(Action<int> afterRow) : IProgressDisplay
    {
        public Task ShowAsync(Pace pace, Func<Action, Task> work) => work(() => afterRow(pace.Done));
    }
}
