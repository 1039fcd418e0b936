namespace Financials.Client;

/// <summary>A reference of 2017 to payment terms, a payment method or a shipment method: its code and what that means.</summary>
public sealed record CodeDescription
{
    /// <summary>
    /// Sent as an explicit "nothing", where null leaves the member out of the request. A customer that was read never holds
    /// it: there, nothing is null.
    /// </summary>
    public static CodeDescription None { get; } = new();

    /// <summary>The code, at most 10 characters.</summary>
    public string? Code { get; init; }

    /// <summary>What the code stands for.</summary>
    public string? Description { get; init; }
}
