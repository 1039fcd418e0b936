using System.Collections.Concurrent;
using Financials.Client;
using ImportPayments.Rows;
using ImportPayments.Service;

namespace ImportPayments.Import;

/// <summary>The file of the ledger, as the batch of one import asks it.</summary>
/// <param name="file">The file.</param>
/// <param name="target">Where the import goes.</param>
/// <param name="rowOf">The row of a payment that is under way.</param>
internal sealed class ImportLedger(PaymentLedger file, Target target, Func<string, PaymentRow> rowOf) : PaymentLedger
{
    private readonly ConcurrentDictionary<string, bool> _earlier = new(StringComparer.Ordinal);
    private int _lost;

    /// <summary>Payments that the target had created and has no more.</summary>
    public int Lost => _lost;

    public override async Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default) =>
        new Batch(this, await file.BeginAsync(target.NamedForGood(journal), cancellationToken));

    /// <summary>Whether an earlier run had created a payment. To be asked once, so that this takes no memory for payments that are done.</summary>
    public bool TakeWasThere(string reference) => _earlier.TryRemove(reference, out _);

    private PaymentLedgerEntry Seen(PaymentLedgerEntry entry)
    {
        if (entry.State is not PaymentLedgerState.Created)
        {
            return entry;
        }

        if (target.HasLost(entry, rowOf(entry.Reference).Payment.DocumentNumber!))
        {
            // What certainly does not exist is sent like what was refused.
            Interlocked.Increment(ref _lost);
            return entry with { State = PaymentLedgerState.Refused, PaymentId = null };
        }

        _earlier[entry.Reference] = true;
        return entry;
    }

    private sealed class Batch(ImportLedger ledger, PaymentLedgerBatch inner) : PaymentLedgerBatch
    {
        public override Guid LedgerId => inner.LedgerId;

        public override PaymentLineNumbers LineNumbers => inner.LineNumbers;

        public override async ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default) =>
            await inner.FindAsync(reference, cancellationToken) is { } entry ? ledger.Seen(entry) : null;

        public override Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default) => inner.WriteAsync(entry, cancellationToken);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
