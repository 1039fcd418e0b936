using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A currency other than the company's own. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record Currency : IEntity<Currency>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The code, at most 10 characters, stored in upper case and unique in the company. Required to create a currency.</summary>
    public string? Code { get; init; }

    /// <summary>The name, at most 30 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The symbol, at most 10 characters.</summary>
    public string? Symbol { get; init; }

    /// <summary>The least and most decimal places of an amount, as in <c>2:2</c>.</summary>
    public string? AmountDecimalPlaces { get; init; }

    /// <summary>What amounts are rounded to, for example 0.01.</summary>
    public decimal? AmountRoundingPrecision { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<Currency> IEntity<Currency>.Original { get; set; }
}
