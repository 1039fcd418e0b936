namespace Financials.Client;

/// <summary>One payment of a batch.</summary>
public sealed record BatchPayment
{
    /// <summary>A payment of a batch.</summary>
    /// <param name="reference">Your own name for it, at most 250 characters.</param>
    /// <param name="payment">What to create.</param>
    public BatchPayment(string reference, CustomerPayment payment)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        ArgumentNullException.ThrowIfNull(payment);
        Reference = reference;
        Payment = payment;
    }

    /// <summary>
    /// Your own name for it, unique in the batch and the same in every run: the line of the file it comes from, the id in your system. At
    /// most 250 characters.
    /// </summary>
    public string Reference { get; }

    /// <summary>
    /// What to create. It needs a posting date, because the service would take one from another line. Its line number is chosen by the batch
    /// and has to be null. Its document number is unique in the batch; where it is null, the batch derives one from the reference.
    /// </summary>
    public CustomerPayment Payment { get; init; }
}
