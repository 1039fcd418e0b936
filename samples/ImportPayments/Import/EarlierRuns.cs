using Financials.Client;
using ImportPayments.Rows;

namespace ImportPayments.Import;

/// <summary>What the ledger says of earlier runs of the same import.</summary>
internal sealed class EarlierRuns
{
    private readonly PaymentReferences _references;
    private readonly Dictionary<string, PaymentLedgerState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sentAs = new(StringComparer.Ordinal);

    /// <exception cref="LedgerMismatchException">The ledger is another import's.</exception>
    public EarlierRuns(IReadOnlyList<PaymentLedgerEntry> ledger, PaymentReferences references, string ledgerPath)
    {
        _references = references;
        foreach (var entry in ledger)
        {
            _states[entry.Reference] = entry.State;
        }

        foreach (var reference in _states.Where(known => known.Value is not PaymentLedgerState.Refused).Select(known => known.Key))
        {
            var name = references.NameIn(reference) ?? throw new LedgerMismatchException(
                $"'{ledgerPath}' was begun by another import: into another journal, or with a reference column where there is none now, " +
                "or without. Name another file with --ledger, or move this one away if its payments are to be imported once more.");
            _sentAs[name] = reference;
        }
    }

    /// <summary>Whether a row's payment exists.</summary>
    public bool HasCreated(PaymentRow row) =>
        _states.TryGetValue(_references.Of(row), out var state) && state is PaymentLedgerState.Created;

    /// <summary>Whether a row was sent with another content than it has now.</summary>
    public bool HasSentOther(PaymentRow row) =>
        _sentAs.TryGetValue(row.Name, out var sent) && (!row.IsGood || sent != _references.Of(row));
}
