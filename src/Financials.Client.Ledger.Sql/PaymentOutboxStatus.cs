namespace Financials.Client.Ledger.Sql;

/// <summary>How much there is in the outbox.</summary>
public sealed record PaymentOutboxStatus
{
    /// <summary>How many payments wait to be sent, those whose time has not come among them.</summary>
    public required long Due { get; init; }

    /// <summary>How many payments are parked.</summary>
    public required long Parked { get; init; }

    /// <summary>For how long the oldest payment could have been sent; null where none could.</summary>
    public required TimeSpan? OldestDueAge { get; init; }
}
