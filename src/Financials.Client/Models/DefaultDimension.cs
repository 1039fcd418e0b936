using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A dimension value that what is created for a customer begins with. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record DefaultDimension : IEntity<DefaultDimension>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The customer.</summary>
    public Guid? CustomerId { get; internal init; }

    /// <summary>The dimension; a customer has one default for each. Required to create a default dimension.</summary>
    public Guid? DimensionId { get; init; }

    /// <summary>The dimension's code, at most 20 characters.</summary>
    public string? DimensionCode { get; internal init; }

    /// <summary>The value; null for none, where <see cref="PostingValidation"/> asks for one in each posting.</summary>
    public Guid? DimensionValueId { get; init; }

    /// <summary>The value's code, at most 20 characters.</summary>
    public string? DimensionValueCode { get; internal init; }

    /// <summary>What posting checks; null where it checks nothing.</summary>
    public PostingValidation? PostingValidation { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<DefaultDimension> IEntity<DefaultDimension>.Original { get; set; }
}
