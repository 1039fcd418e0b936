namespace Financials.Client.Outbox;

/// <summary>The first line of a ledger's file.</summary>
internal sealed record LedgerHeader
{
    public const string CurrentFormat = "financials-ledger/2";

    public required string Format { get; init; }

    public required Guid LedgerId { get; init; }

    public required PaymentJournalAddress Journal { get; init; }

    public required int LineNumberOffset { get; init; }
}
