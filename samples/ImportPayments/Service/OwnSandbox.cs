using Financials.Client;
using Financials.Sandbox;
using ImportPayments.Arguments;

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
    public static async Task<Target> OpenAsync(
        SandboxArguments arguments, int concurrency, IPaymentLedger ledger, CancellationToken cancellationToken)
    {
        var sandbox = await FinancialsSandbox.StartAsync(new SandboxOptions { DataFile = arguments.DataFile }, cancellationToken);
        try
        {
            var lost = await WriteOffLostAsync(ledger, sandbox.Company, cancellationToken);
            var client = sandbox.CreateClient(new() { Resilience = { MaxConcurrentRequests = concurrency } });
            var journals = client.Companies[sandbox.Company.Id].PaymentJournals;
            var journal = await journals.Where(j => j.Code == JournalCode).FirstOrDefaultAsync(cancellationToken)
                ?? await journals.CreateAsync(new PaymentJournal { Code = JournalCode, DisplayName = "Imported payments" }, cancellationToken);
            AddFaults(sandbox.Faults, arguments);
            return new(
                $"journal {journal.Code} of the sandbox, which keeps its data in {arguments.DataFile}" +
                    (lost > 0 ? $"; payments that it had not saved and that are sent again: {lost}" : ""),
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

    /// <summary>
    /// This sandbox ends with the process, and one that was killed may not have saved its last payments. What it lost is written
    /// off, so that it is sent again. Only here is that certain: a service does not lose what it has answered for.
    /// </summary>
    private static async Task<int> WriteOffLostAsync(IPaymentLedger ledger, SandboxCompany company, CancellationToken cancellationToken)
    {
        var there = company.AllPayments.Select(payment => payment.Id).ToHashSet();
        var last = (await ledger.ReadAsync(cancellationToken)).GroupBy(entry => entry.Reference).Select(entries => entries.Last());
        PaymentLedgerEntry[] lost = [.. last.Where(entry => entry.State is PaymentLedgerState.Created && !there.Contains(entry.PaymentId))];
        foreach (var entry in lost)
        {
            await ledger.AppendAsync(entry with { State = PaymentLedgerState.Refused, PaymentId = null }, cancellationToken);
        }

        return lost.Length;
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
