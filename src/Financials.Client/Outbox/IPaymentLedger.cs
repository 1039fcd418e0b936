namespace Financials.Client;

/// <summary>
/// Where a batch of payments remembers what it has sent, so that it can be finished after a crash. <see cref="FilePaymentLedger"/>
/// keeps it in a file; implement this to keep it in a database of your own. Only one batch may use a ledger at a time.
/// </summary>
public interface IPaymentLedger
{
    /// <summary>Everything that has been written, oldest first.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<PaymentLedgerEntry>> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes an entry. When the task has completed, the entry must survive a crash of the process and of the machine.</summary>
    /// <param name="entry">What to write.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task AppendAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default);
}
