using System.Collections.Concurrent;

namespace Financials.Client.Outbox;

/// <summary>The allocators of one client, for payments without a ledger. Each client of a process has an offset of its own.</summary>
internal sealed class LineNumberAllocators
{
    private static int _clients = PaymentLineNumbers.NewOffset();

    private readonly ConcurrentDictionary<(Guid CompanyId, Guid JournalId), LineNumberAllocator> _ofJournals = new();
    private readonly int _offset = PaymentLineNumbers.OffsetOf(Interlocked.Increment(ref _clients));

    public LineNumberAllocator Of(Guid companyId, Guid journalId) =>
        _ofJournals.GetOrAdd((companyId, journalId), static (_, offset) => new(new(offset), areOfLedger: false), _offset);
}
