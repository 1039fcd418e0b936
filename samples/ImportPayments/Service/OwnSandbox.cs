using Financials.Client;
using Financials.Sandbox;
using ImportPayments.Arguments;
using ImportPayments.Import;

namespace ImportPayments.Service;

/// <summary>Starts a sandbox of the import's own and opens a journal in it.</summary>
internal static class OwnSandbox
{
    private const string JournalCode = "IMPORT";
    private const string Creates = "*/customerPayments";

    /// <param name="arguments">What the user asked for.</param>
    /// <param name="concurrency">How many requests are under way at a time.</param>
    /// <param name="ledger">What was sent to the sandbox before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The data file is in use.</exception>
    /// <exception cref="LedgerMismatchException">The data file lacks payments that the ledger has.</exception>
    public static async Task<Target> OpenAsync(
        SandboxArguments arguments, int concurrency, IReadOnlyList<PaymentLedgerEntry> ledger, CancellationToken cancellationToken)
    {
        var sandbox = await FinancialsSandbox.StartAsync(new SandboxOptions { DataFile = arguments.DataFile }, cancellationToken);
        try
        {
            RequireAll(ledger, sandbox.Company, arguments.DataFile);
            var client = sandbox.CreateClient(new() { Resilience = { MaxConcurrentRequests = concurrency } });
            var journals = client.Companies[sandbox.Company.Id].PaymentJournals;
            var journal = await journals.Where(j => j.Code == JournalCode).FirstOrDefaultAsync(cancellationToken)
                ?? await journals.CreateAsync(new PaymentJournal { Code = JournalCode, DisplayName = "Imported payments" }, cancellationToken);
            AddFaults(sandbox.Faults, arguments);
            return new(
                $"journal {journal.Code} of the sandbox, which keeps its data in {arguments.DataFile}",
                $"sandbox {sandbox.Company.Id} {journal.Id}",
                journals[journal.Id!.Value].Payments,
                client,
                sandbox);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>This sandbox ends with the process, and one that is killed may not have saved its last payments.</summary>
    private static void RequireAll(IReadOnlyList<PaymentLedgerEntry> ledger, SandboxCompany company, string dataFile)
    {
        var there = company.AllPayments.Select(payment => payment.Id).ToHashSet();
        var missing = ledger.Count(entry => entry.State is PaymentLedgerState.Created && !there.Contains(entry.PaymentId));
        if (missing > 0)
        {
            throw new LedgerMismatchException(
                $"'{dataFile}' lacks {missing} payments that the ledger has. " +
                "Was the file deleted, or its sandbox killed before it had saved them? Delete both files to begin anew.");
        }
    }

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
