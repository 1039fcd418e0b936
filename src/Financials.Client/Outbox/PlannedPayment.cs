using Financials.Client.Operations;

namespace Financials.Client.Outbox;

/// <summary>A payment of a batch with what the ledger has of it.</summary>
/// <param name="Place">Its place among those that are worked on together.</param>
/// <param name="Item">The payment.</param>
/// <param name="Entry">What the ledger has: its key, and what was known of the journal before it was first sent.</param>
internal sealed record PlannedPayment(int Place, BatchPayment Item, PaymentLedgerEntry Entry)
{
    /// <summary>What is sent.</summary>
    public CustomerPayment Payment => Item.Payment with { LineNumber = Entry.LineNumber };

    public JournalEvidence Before => new() { Line = Entry.LineBefore, LineDocument = Entry.LineDocumentBefore, LastEntry = Entry.LastEntryBefore };

    /// <summary>What the ledger has to say where the service has refused it.</summary>
    public PaymentLedgerEntry Refused => Entry with { State = PaymentLedgerState.Refused };

    /// <summary>What the ledger has to say where it exists.</summary>
    /// <param name="id">Its id; null where it was posted.</param>
    public PaymentLedgerEntry Created(Guid? id) => Entry with { State = PaymentLedgerState.Created, PaymentId = id };
}
