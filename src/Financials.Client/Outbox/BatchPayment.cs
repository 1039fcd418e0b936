namespace Financials.Client;

/// <summary>One payment of a batch.</summary>
/// <param name="Reference">
/// Your own name for it, unique in the batch and the same in every run: the line of the file it comes from, the id in your system.
/// </param>
/// <param name="Payment">What to create. Its line number is chosen by the batch and has to be null.</param>
public sealed record BatchPayment(string Reference, CustomerPayment Payment);
