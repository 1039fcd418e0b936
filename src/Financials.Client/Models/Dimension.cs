using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A dimension: something that amounts are analysed by, such as the department. It can be read and not changed.
/// </summary>
public sealed record Dimension : IEntity<Dimension>
{
    /// <summary>The service's id.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }

    /// <summary>The code, at most 20 characters, unique in the company.</summary>
    public string? Code { get; internal init; }

    /// <summary>The name, at most 30 characters.</summary>
    public string? DisplayName { get; internal init; }

    /// <summary>The code in consolidation, at most 20 characters.</summary>
    public string? ConsolidationCode { get; internal init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The dimension's values; null unless the query asked to expand them.</summary>
    public IReadOnlyList<DimensionValue>? Values { get; internal init; }

    Original<Dimension> IEntity<Dimension>.Original { get; set; }
}
