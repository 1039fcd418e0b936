namespace Financials.Client;

/// <summary>
/// An invoice is posted or cancelled, but the call did not end well: it was not sent, it is not known whether it was, or the service
/// reports an error. Do not post or cancel it again; the message says what is left to do.
/// </summary>
public class FinancialsPartlyDoneException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What was done and what was not.</param>
    /// <param name="invoice">The invoice as it is now.</param>
    public FinancialsPartlyDoneException(string message, SalesInvoice? invoice = null)
        : base(message) => Invoice = invoice;

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What was done and what was not.</param>
    /// <param name="invoice">The invoice as it is now.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsPartlyDoneException(string message, SalesInvoice? invoice, Exception? innerException)
        : base(message, innerException) => Invoice = invoice;

    internal FinancialsPartlyDoneException(string message, SalesInvoice invoice, FinancialsException cause)
        : base(message, cause.Facts, cause) => Invoice = invoice;

    /// <summary>The invoice as it was read after the failure: posted or cancelled, with the number that it has now.</summary>
    public SalesInvoice? Invoice { get; }
}
