using System.Collections.Concurrent;

namespace Financials.Client.Benchmarks.Ledgers;

/// <summary>A ledger that survives nothing, to see what one in a file costs.</summary>
internal sealed class InMemoryLedger : PaymentLedger
{
    public override Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default) =>
        Task.FromResult<PaymentLedgerBatch>(new Batch());

    private sealed class Batch : PaymentLedgerBatch
    {
        private readonly ConcurrentDictionary<string, PaymentLedgerEntry> _entries = new(StringComparer.Ordinal);

        public override Guid LedgerId { get; } = Guid.NewGuid();

        public override PaymentLineNumbers LineNumbers { get; } = new(PaymentLineNumbers.NewOffset());

        public override ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default) =>
            new(_entries.GetValueOrDefault(reference));

        public override Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
        {
            _entries[entry.Reference] = entry;
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => default;
    }
}
