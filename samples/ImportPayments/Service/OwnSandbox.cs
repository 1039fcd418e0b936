using Financials.Client;
using Financials.Sandbox;
using ImportPayments.Arguments;
using ImportPayments.Import;
using ImportPayments.Rows;

namespace ImportPayments.Service;

/// <summary>Starts a sandbox of the import's own and opens a journal in it.</summary>
internal static class OwnSandbox
{
    private const string JournalCode = "IMPORT";
    private const string Creates = "*/customerPayments";

    /// <param name="arguments">What the user asked for.</param>
    /// <param name="concurrency">How many requests are in flight at a time.</param>
    /// <param name="file">The file to import.</param>
    /// <param name="ledger">What was sent to the sandbox before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The data file is in use.</exception>
    public static async Task<Target> OpenAsync(
        SandboxArguments arguments, int concurrency, PaymentFile file, IPaymentLedger ledger, CancellationToken cancellationToken)
    {
        var sandbox = await FinancialsSandbox.StartAsync(new SandboxOptions { DataFile = arguments.DataFile }, cancellationToken);
        try
        {
            var options = new FinancialsClientOptions { Resilience = { MaxConcurrentRequests = concurrency } };
            var client = arguments.IsDocumented ? sandbox.CreateClient(options) : sandbox.CreateBusinessCentralClient(options);
            var journals = client.Companies[sandbox.Company.Id].PaymentJournals;
            var journal = await journals.Where(j => j.Code == JournalCode).FirstOrDefaultAsync(cancellationToken)
                ?? await journals.CreateAsync(NewJournal(sandbox.Company), cancellationToken);
            var identity = $"sandbox {sandbox.Company.Id} {journal.Id}";
            var lost = await WriteOffLostAsync(ledger, PostedOf(file, identity, sandbox.Company), sandbox.Company, cancellationToken);
            AddFaults(sandbox.Faults, arguments);
            return new(
                $"journal {journal.Code} of the sandbox, which keeps its data in {arguments.DataFile}" +
                    (lost > 0 ? $"; payments that it had not saved and that are imported once more: {lost}" : ""),
                identity,
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
    /// off, so that it is imported once more. Only here is that certain: a service does not lose what it has confirmed.
    /// </summary>
    private static async Task<int> WriteOffLostAsync(
        IPaymentLedger ledger, HashSet<string> posted, SandboxCompany company, CancellationToken cancellationToken)
    {
        var there = company.AllPayments.Select(payment => payment.Id).ToHashSet();
        var last = (await ledger.ReadAsync(cancellationToken)).GroupBy(entry => entry.Reference).Select(entries => entries.Last());
        PaymentLedgerEntry[] lost =
        [
            .. last.Where(entry => entry.State is PaymentLedgerState.Created && !there.Contains(entry.PaymentId) && !posted.Contains(entry.Reference)),
        ];
        foreach (var entry in lost)
        {
            await ledger.AppendAsync(entry with { State = PaymentLedgerState.Refused, PaymentId = null }, cancellationToken);
        }

        return lost.Length;
    }

    /// <summary>
    /// The payments of the file that somebody has posted in the sandbox since: their lines are gone too, but they are not lost. They
    /// are known by their document numbers, whose case the service does not keep.
    /// </summary>
    private static HashSet<string> PostedOf(PaymentFile file, string identity, SandboxCompany company)
    {
        var references = new PaymentReferences(identity, file.Columns.Has(PaymentField.Reference));
        var numbers = company.CustomerEntries.Select(entry => entry.DocumentNumber).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. file.Rows().Where(row => row.IsGood && numbers.Contains(row.Payment.DocumentNumber!)).Select(references.Of)];
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
