namespace Financials.Client;

/// <summary>One fact about one payment of a batch. It holds no personal data and no amount, only a digest of them.</summary>
/// <param name="Reference">The caller's own name for the payment, unique in the batch.</param>
/// <param name="State">What happened.</param>
/// <param name="LineNumber">The line number that was chosen for the payment: its key in the journal.</param>
/// <param name="Digest">A digest of the payment's properties, by which a payment that was changed meanwhile is noticed.</param>
/// <param name="PaymentId">The service's id of the payment; null before it has been created.</param>
public sealed record PaymentLedgerEntry(string Reference, PaymentLedgerState State, int LineNumber, string Digest, Guid? PaymentId);
