namespace Financials.Client.Ledger.Sql;

/// <summary>A payment was enqueued although another one with its reference or its document number is in the outbox.</summary>
public class DuplicatePaymentException : InvalidOperationException
{
    /// <summary>The error for a payment.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="reference">The caller's own name for the payment.</param>
    public DuplicatePaymentException(PaymentJournalAddress journal, string reference)
        : base(
            $"Another payment of the {journal} is enqueued under the reference '{reference}' or has the document number of that payment. " +
            "Roll the transaction back. Give each payment a reference and a document number of its own.") => Reference = reference;

    /// <summary>The caller's own name for the payment.</summary>
    public string Reference { get; }
}
