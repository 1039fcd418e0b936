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

    /// <summary>The last entries of several payments. By default they are asked for one after another; a ledger in a database asks once.</summary>
    /// <param name="references">The caller's own names for the payments.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries in the order of the references; null for each that the ledger has none of.</returns>
    public virtual async ValueTask<IReadOnlyList<PaymentLedgerEntry?>> FindAsync(IReadOnlyList<string> references, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(references);
        var entries = new PaymentLedgerEntry?[references.Count];
        for (var place = 0; place < entries.Length; place++)
        {
            entries[place] = await FindAsync(references[place], cancellationToken).ConfigureAwait(false);
        }

        return entries;
    }

    /// <summary>Writes an entry. When the task has completed, the entry must survive a crash of the process and of the machine.</summary>
    /// <param name="entry">What to write.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes several entries, of different payments. When the task has completed, all must survive a crash of the process and of the machine.
    /// By default they are written one after another; a ledger that can writes them together.
    /// </summary>
    /// <param name="entries">What to write.</param>
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
    /// Called before each attempt that sends payments. A ledger that several processes share throws here where this one has lost its right
    /// to the journal, or where that may end before the attempt does. Default: nothing.
    /// </summary>
    /// <param name="attemptTimeout">The longest that the attempt may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual ValueTask EnsureMaySendAsync(TimeSpan attemptTimeout, CancellationToken cancellationToken = default) => default;

    /// <summary>Ends the batch, so that another can begin.</summary>
    public abstract ValueTask DisposeAsync();
}
