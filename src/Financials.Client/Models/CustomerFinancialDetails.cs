using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// What a customer owes and has bought, in the company's currency. It can be read and not changed.
/// </summary>
public sealed record CustomerFinancialDetails : IEntity<CustomerFinancialDetails>
{
    /// <summary>The customer's id.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }

    /// <summary>The customer number, at most 20 characters.</summary>
    public string? Number { get; internal init; }

    /// <summary>What the customer owes in all.</summary>
    public decimal? Balance { get; internal init; }

    /// <summary>All sales to the customer, without tax.</summary>
    public decimal? TotalSalesExcludingTax { get; internal init; }

    /// <summary>The part of <see cref="Balance"/> that is overdue.</summary>
    public decimal? OverdueAmount { get; internal init; }

    /// <summary>When the customer was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<CustomerFinancialDetails> IEntity<CustomerFinancialDetails>.Original { get; set; }
}
