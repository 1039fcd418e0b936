using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A value of a dimension, such as the sales department. It can be read and not changed.
/// </summary>
public sealed record DimensionValue : IEntity<DimensionValue>
{
    /// <summary>The service's id.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }

    /// <summary>The code, at most 20 characters, unique in its dimension.</summary>
    public string? Code { get; internal init; }

    /// <summary>The dimension.</summary>
    public Guid? DimensionId { get; internal init; }

    /// <summary>The name, at most 50 characters.</summary>
    public string? DisplayName { get; internal init; }

    /// <summary>The code in consolidation, at most 20 characters.</summary>
    public string? ConsolidationCode { get; internal init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<DimensionValue> IEntity<DimensionValue>.Original { get; set; }
}
