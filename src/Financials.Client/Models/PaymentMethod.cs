using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A way in which customers pay. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record PaymentMethod : IEntity<PaymentMethod>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The code, at most 10 characters, stored in upper case and unique in the company. Required to create a payment method.</summary>
    public string? Code { get; init; }

    /// <summary>The name, at most 100 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<PaymentMethod> IEntity<PaymentMethod>.Original { get; set; }
}
