namespace Financials.Client;

/// <summary>A payment of a batch differs from the one that was sent under its reference in an earlier run. Nothing was sent.</summary>
public class PaymentChangedException : InvalidOperationException
{
    /// <summary>The error for a payment.</summary>
    /// <param name="reference">The caller's own name for the payment.</param>
    public PaymentChangedException(string reference)
        : this(reference, null)
    {
    }

    /// <summary>The error for a payment, with what caused it.</summary>
    /// <param name="reference">The caller's own name for the payment.</param>
    /// <param name="innerException">What caused it.</param>
    public PaymentChangedException(string reference, Exception? innerException)
        : base(
            $"The payment '{reference}' is not the one that was sent under this reference. " +
            "Restore it, or give the changed payment another reference.",
            innerException) => Reference = reference;

    /// <summary>The caller's own name for the payment.</summary>
    public string Reference { get; }
}
