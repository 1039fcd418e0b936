namespace Financials.Client;

/// <summary>What became of one payment of a batch.</summary>
public sealed record BatchPaymentResult
{
    /// <summary>Your own name for the payment.</summary>
    public required string Reference { get; init; }

    /// <summary>What became of it.</summary>
    public required BatchPaymentOutcome Outcome { get; init; }

    /// <summary>Whether the ledger had it as created before this run, so that nothing was sent.</summary>
    public bool CreatedEarlier { get; init; }

    /// <summary>The service's id; null where the payment is not known to have been in the journal.</summary>
    public Guid? PaymentId { get; init; }

    /// <summary>The line number under which it was sent; null where it does not exist.</summary>
    public int? LineNumber { get; init; }

    /// <summary>The document number under which it was sent: its own, or the one that the batch chose.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Why it does not exist, or why that is not known; null where it exists.</summary>
    public FinancialsException? Failure { get; init; }

    /// <summary>Whether the payment exists, in the journal or posted.</summary>
    public bool IsCreated => Outcome is BatchPaymentOutcome.Created or BatchPaymentOutcome.Posted;
}
