namespace Financials.Client.Ledger.Sql;

/// <summary>A payment was enqueued although one with its reference or its document number is in the outbox, or in the ledger, already.</summary>
public class DuplicatePaymentException : InvalidOperationException
{
    /// <summary>The error for a payment.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="reference">The caller's own name for the payment.</param>
    public DuplicatePaymentException(PaymentJournalAddress journal, string reference)
        : base(
            $"The payment '{reference}' is enqueued or sent already, or another one of the {journal} has its document number. " +
            "Roll the transaction back. Give each payment a reference and a document number of its own.") => Reference = reference;

    /// <summary>The caller's own name for the payment.</summary>
    public string Reference { get; }
}
