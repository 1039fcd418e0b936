using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// Payment terms: when an invoice falls due and what early payment earns. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record PaymentTerm : IEntity<PaymentTerm>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The code, at most 10 characters, stored in upper case and unique in the company. Required to create payment terms.</summary>
    public string? Code { get; init; }

    /// <summary>The name, at most 100 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The date formula for the due date, for example <c>1M</c>.</summary>
    public string? DueDateCalculation { get; init; }

    /// <summary>The date formula for the last day with a discount, for example <c>8D</c>.</summary>
    public string? DiscountDateCalculation { get; init; }

    /// <summary>The discount for early payment, in percent.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>Whether the discount applies to credit memos too.</summary>
    public bool? CalculateDiscountOnCreditMemos { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<PaymentTerm> IEntity<PaymentTerm>.Original { get; set; }
}
