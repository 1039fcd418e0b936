namespace PaymentApi;

/// <summary>Where payments go. The ids of the company and of its journal are enough: nothing is read from the service when the application starts.</summary>
internal sealed record PaymentSettings
{
    /// <summary>The connection string of the SQLite database.</summary>
    public required string Database { get; init; }

    /// <summary>What the bank signs its deliveries with.</summary>
    public required string Secret { get; init; }

    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The customer payment journal.</summary>
    public required Guid JournalId { get; init; }
}
