using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A dimension of a payment, of an invoice or of a ledger entry, with its value. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record DimensionSetLine : IEntity<DimensionSetLine>
{
    /// <summary>
    /// The id of the dimension, which is the line's key. This or <see cref="Code"/> is required to create a line; it cannot be changed.
    /// </summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The dimension's code, at most 20 characters. This or <see cref="Id"/> is required to create a line; it cannot be changed.</summary>
    public string? Code { get; init; }

    /// <summary>The dimension's code in consolidation, at most 20 characters.</summary>
    public string? ConsolidationCode { get; internal init; }

    /// <summary>What the line belongs to.</summary>
    public Guid? ParentId { get; internal init; }

    /// <summary>The dimension's name, at most 30 characters.</summary>
    public string? DisplayName { get; internal init; }

    /// <summary>The value. This or <see cref="ValueCode"/> is required to create a line; where both are given, they must agree.</summary>
    public Guid? ValueId { get; init; }

    /// <summary>The value's code, at most 20 characters. This or <see cref="ValueId"/> is required to create a line.</summary>
    public string? ValueCode { get; init; }

    /// <summary>The value's code in consolidation, at most 20 characters.</summary>
    public string? ValueConsolidationCode { get; internal init; }

    /// <summary>The value's name, at most 50 characters.</summary>
    public string? ValueDisplayName { get; internal init; }

    Original<DimensionSetLine> IEntity<DimensionSetLine>.Original { get; set; }
}
