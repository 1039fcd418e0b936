namespace Financials.Client.Tests.Outbox;

/// <summary>A ledger in memory that survives everything.</summary>
/// <param name="around">Called before and after each entry is kept.</param>
internal sealed class ListLedger(Action<string, PaymentLedgerEntry>? around = null) : IPaymentLedger
{
    private readonly object _gate = new();

    public List<PaymentLedgerEntry> Entries { get; } = [];

    public Task<IReadOnlyList<PaymentLedgerEntry>> ReadAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<PaymentLedgerEntry>>([.. Entries]);

    public Task AppendAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            around?.Invoke($"before the ledger has {entry.State}", entry);
            Entries.Add(entry);
            around?.Invoke($"after the ledger has {entry.State}", entry);
            return Task.CompletedTask;
        }
    }
}
