using Financials.Client;
using Financials.Client.Sandbox;
using ImportPayments.Arguments;

namespace ImportPayments.Service;

/// <summary>Starts a sandbox of the import's own and opens a journal in it.</summary>
internal static class OwnSandbox
{
    private const string JournalCode = "IMPORT";
    private const string Creates = "*/customerPayments";

    /// <param name="arguments">What the user asked for.</param>
    /// <param name="concurrency">How many requests are in flight at a time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The data file is in use.</exception>
    public static async Task<Target> OpenAsync(SandboxArguments arguments, int concurrency, CancellationToken cancellationToken)
    {
        var sandbox = await FinancialsSandbox.StartAsync(new SandboxOptions { DataFile = arguments.DataFile }, cancellationToken);
        try
        {
            var options = new FinancialsClientOptions { Resilience = { MaxConcurrentRequests = concurrency } };
            var client = arguments.IsDocumented ? sandbox.CreateClient(options) : sandbox.CreateBusinessCentralClient(options);
            var journals = client.Companies[sandbox.Company.Id].PaymentJournals;
            var journal = await journals.Where(j => j.Code == JournalCode).FirstOrDefaultAsync(cancellationToken)
                ?? await journals.CreateAsync(NewJournal(sandbox.Company), cancellationToken);
            AddFaults(sandbox.Faults, arguments);
            return new(
                $"journal {journal.Code} of the sandbox, which keeps its data in {arguments.DataFile}",
                journals[journal.Id!.Value].Payments,
                client,
                new SandboxMemory(sandbox));
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>With a balancing account, so that it can be posted.</summary>
    private static PaymentJournal NewJournal(SandboxCompany company) =>
        new() { Code = JournalCode, DisplayName = "Imported payments", BalancingAccountId = company.DefaultJournal.BalancingAccountId };

    /// <summary>What disturbs creates in real life, in equal shares: before the payment is written and after.</summary>
    private static void AddFaults(SandboxFaults faults, SandboxArguments arguments)
    {
        SandboxFault[] kinds =
        [
            SandboxFault.DropAnswerAfterWrite(),
            SandboxFault.DropRequest(),
            SandboxFault.Unavailable(RetryAfterForm.None),
            SandboxFault.Throttle(),
            SandboxFault.TruncatedJson(),
        ];
        for (var kind = 0; kind < kinds.Length && arguments.Faults > 0; kind++)
        {
            faults.Add(kinds[kind].On("POST", Creates).WithProbability(arguments.Faults / kinds.Length, unchecked(arguments.Seed + kind)));
        }
    }
}
