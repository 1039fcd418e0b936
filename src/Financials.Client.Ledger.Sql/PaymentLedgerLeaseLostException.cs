namespace Financials.Client.Ledger.Sql;

/// <summary>
/// The lease ended before it was renewed and another worker took the journal over, so nothing was written. The other one finishes
/// what was under way.
/// </summary>
public class PaymentLedgerLeaseLostException : InvalidOperationException
{
    /// <summary>The error for a journal.</summary>
    /// <param name="journal">The journal.</param>
    public PaymentLedgerLeaseLostException(PaymentJournalAddress journal)
        : base($"The lease of the {journal} ended, and another worker took the journal over. Nothing was written; the other one finishes what was under way.")
    {
    }
}
