using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A journal that collects customer payments until they are posted. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record PaymentJournal : IEntity<PaymentJournal>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The code, at most 10 characters, stored in upper case and unique in the company. Required to create a journal.</summary>
    public string? Code { get; init; }

    /// <summary>The name, at most 100 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The account that balances the journal's payments.</summary>
    public Guid? BalancingAccountId { get; init; }

    /// <summary>The number of that account.</summary>
    public string? BalancingAccountNumber { get; internal init; }

    /// <summary>When the journal was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The journal's payments; null unless the query asked to expand them.</summary>
    public IReadOnlyList<CustomerPayment>? Payments { get; internal init; }

    Original<PaymentJournal> IEntity<PaymentJournal>.Original { get; set; }
}
