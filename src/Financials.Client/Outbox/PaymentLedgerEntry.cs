namespace Financials.Client;

/// <summary>One fact about one payment of a batch. It holds no personal data and no amount, only a digest of them.</summary>
public sealed record PaymentLedgerEntry
{
    /// <summary>The caller's own name for the payment, unique in the ledger.</summary>
    public required string Reference { get; init; }

    /// <summary>What happened.</summary>
    public required PaymentLedgerState State { get; init; }

    /// <summary>The line number that was chosen for the payment: its key in the journal.</summary>
    public required int LineNumber { get; init; }

    /// <summary>A digest of the payment's properties, by which a payment that was changed meanwhile is noticed.</summary>
    public required string Digest { get; init; }

    /// <summary>The service's id of the payment; null where it is not known, as of one that has not been created or is posted.</summary>
    public Guid? PaymentId { get; init; }

    /// <summary>
    /// The id of a line that was in the journal before the payment was first sent: as long as it still is, the journal was not posted.
    /// Null where there was none.
    /// </summary>
    public Guid? LineBefore { get; init; }

    /// <summary>The document number of <see cref="LineBefore"/>.</summary>
    public string? LineDocumentBefore { get; init; }

    /// <summary>
    /// The number of the company's last ledger entry before the payment was first sent: what was posted since has a higher one. Null where
    /// it could not be read.
    /// </summary>
    public int? LastEntryBefore { get; init; }
}
