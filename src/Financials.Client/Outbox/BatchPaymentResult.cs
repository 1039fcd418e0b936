namespace Financials.Client;

/// <summary>What became of one payment of a batch.</summary>
/// <param name="Reference">Your own name for the payment.</param>
/// <param name="PaymentId">The service's id; null where the payment was not created.</param>
/// <param name="LineNumber">The line number in the journal; null where none was chosen.</param>
/// <param name="Refusal">Why the service refused the payment; null where it was created.</param>
public sealed record BatchPaymentResult(string Reference, Guid? PaymentId, int? LineNumber, FinancialsException? Refusal)
{
    /// <summary>Whether the payment exists.</summary>
    public bool IsCreated => PaymentId is not null;
}
