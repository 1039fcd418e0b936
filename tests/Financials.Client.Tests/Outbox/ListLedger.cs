namespace Financials.Client.Tests.Outbox;

/// <summary>A ledger in memory that survives everything.</summary>
/// <param name="around">Called before and after each entry is kept.</param>
internal sealed class ListLedger(Action<string, PaymentLedgerEntry>? around = null) : PaymentLedger
{
    public const int Offset = 7;

    private readonly object _gate = new();
    private readonly Action<string, PaymentLedgerEntry> _around = around ?? ((_, _) => { });

    public List<PaymentLedgerEntry> Entries { get; } = [];

    /// <summary>Called with the time that an attempt may take, before it.</summary>
    public Action<TimeSpan> BeforeSending { get; init; } = _ => { };

    /// <summary>The line number that the ledger gives to a payment.</summary>
    /// <param name="place">From 1: the first, the second.</param>
    public static int Line(int place) => (place * 10_000) + Offset;

    public override Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default) =>
        Task.FromResult<PaymentLedgerBatch>(new Batch(this));

    private sealed class Batch : PaymentLedgerBatch
    {
        private readonly ListLedger _ledger;

        public Batch(ListLedger ledger)
        {
            _ledger = ledger;
            ledger.Entries.ForEach(entry => LineNumbers.Skip(entry.LineNumber));
        }

        public override Guid LedgerId { get; } = new("3a1f0c52-7d84-4b0e-9c55-0d8f6c1b7e21");

        public override PaymentLineNumbers LineNumbers { get; } = new(Offset);

        public override ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default)
        {
            lock (_ledger._gate)
            {
                return new(_ledger.Entries.FindLast(entry => entry.Reference == reference));
            }
        }

        public override Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
        {
            lock (_ledger._gate)
            {
                _ledger._around($"before the ledger has {entry.State}", entry);
                _ledger.Entries.Add(entry);
                _ledger._around($"after the ledger has {entry.State}", entry);
                return Task.CompletedTask;
            }
        }

        /// <summary>No batch may ask for nothing: a ledger in a database would go there for it.</summary>
        public override Task WriteAsync(IReadOnlyList<PaymentLedgerEntry> entries, CancellationToken cancellationToken = default) =>
            entries is [] ? throw new AssertionException("Nothing is to be written.") : base.WriteAsync(entries, cancellationToken);

        public override ValueTask EnsureMaySendAsync(TimeSpan attemptTimeout, CancellationToken cancellationToken = default)
        {
            _ledger.BeforeSending(attemptTimeout);
            return default;
        }

        public override ValueTask DisposeAsync() => default;
    }
}
