namespace Financials.Client;

/// <summary>
/// Where batches of payments remember what they have sent, so that they can be finished after a crash. <see cref="FilePaymentLedger"/>
/// keeps it in a file; derive from this class to keep it in a database of your own.
/// </summary>
public abstract class PaymentLedger
{
    /// <summary>
    /// Begins a batch. A ledger belongs to one journal for good: the first batch says which. It serves one batch at a time.
    /// </summary>
    /// <param name="journal">The journal that the batch writes to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the batch works with. It is disposed when the batch ends.</returns>
    /// <exception cref="InvalidOperationException">The ledger belongs to another journal, or another batch is using it.</exception>
    public abstract Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default);
}
