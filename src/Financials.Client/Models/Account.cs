using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// An account of the general ledger. It can be read and not changed.
/// </summary>
public sealed record Account : IEntity<Account>
{
    /// <summary>The service's id.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }

    /// <summary>The account number, at most 20 characters, unique in the company.</summary>
    public string? Number { get; internal init; }

    /// <summary>The name, at most 100 characters.</summary>
    public string? DisplayName { get; internal init; }

    /// <summary>What the account belongs to in the balance sheet or the income statement; null where it has no category.</summary>
    public AccountCategory? Category { get; internal init; }

    /// <summary>The subcategory, at most 80 characters.</summary>
    public string? SubCategory { get; internal init; }

    /// <summary>Whether nothing may be posted to the account.</summary>
    public bool? Blocked { get; internal init; }

    /// <summary>Whether the account takes entries or adds up others.</summary>
    public AccountType? AccountType { get; internal init; }

    /// <summary>Whether journals may post to the account, as a balancing account has to allow.</summary>
    public bool? DirectPosting { get; internal init; }

    /// <summary>The sum of the account's entries, in the company's currency.</summary>
    public decimal? NetChange { get; internal init; }

    /// <summary>The rate that consolidation translates the account at.</summary>
    public ConsolidationTranslationMethod? ConsolidationTranslationMethod { get; internal init; }

    /// <summary>The account that takes a debit balance in consolidation, at most 20 characters.</summary>
    public string? ConsolidationDebitAccount { get; internal init; }

    /// <summary>The account that takes a credit balance in consolidation, at most 20 characters.</summary>
    public string? ConsolidationCreditAccount { get; internal init; }

    /// <summary>Whether consolidation leaves the account out.</summary>
    public bool? ExcludeFromConsolidation { get; internal init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<Account> IEntity<Account>.Original { get; set; }
}
