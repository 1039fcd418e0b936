namespace Financials.Client;

/// <summary>A ledger while a batch uses it. Several payments of the batch use it at a time.</summary>
public abstract class PaymentLedgerBatch : IAsyncDisposable
{
    /// <summary>
    /// The ledger's own name, which never changes. Document numbers of payments that have none are derived from it, so that they differ
    /// from those of every other ledger.
    /// </summary>
    public abstract Guid LedgerId { get; }

    /// <summary>Gives out the line numbers of this ledger's payments, after those that it has.</summary>
    public abstract PaymentLineNumbers LineNumbers { get; }

    /// <summary>The last entry of a payment.</summary>
    /// <param name="reference">The caller's own name for the payment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entry; null where the ledger has none.</returns>
    public abstract ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Writes an entry. When the task has completed, the entry must survive a crash of the process and of the machine.</summary>
    /// <param name="entry">What to write.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes several entries. When the task has completed, all of them must survive a crash; when it fails, some of them may be written.
    /// By default they are written one after the other.
    /// </summary>
    /// <param name="entries">What to write, each of another payment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual async Task WriteAsync(IReadOnlyList<PaymentLedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            await WriteAsync(entry, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Called before every attempt that sends a payment. A ledger that several processes share throws here when the batch may not use it
    /// for as long as the request may take, so that no request is sent while another process may be sending it too. By default it does
    /// nothing.
    /// </summary>
    /// <param name="requestTimeout">The longest that the request may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual ValueTask EnsureMaySendAsync(TimeSpan requestTimeout, CancellationToken cancellationToken = default) => default;

    /// <summary>Ends the batch, so that another can begin.</summary>
    public abstract ValueTask DisposeAsync();
}
