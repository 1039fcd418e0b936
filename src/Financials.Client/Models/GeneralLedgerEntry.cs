using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// An entry of the general ledger: an amount that was posted to an account. It can be read and not changed.
/// </summary>
public sealed record GeneralLedgerEntry : IEntity<GeneralLedgerEntry>
{
    /// <summary>The service's id.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }

    /// <summary>The entry's number, unique in the company and rising in the order in which entries were posted.</summary>
    public int? EntryNumber { get; internal init; }

    /// <summary>The day that the entry counts for.</summary>
    public DateOnly? PostingDate { get; internal init; }

    /// <summary>The number of the document that was posted, at most 20 characters. That of a payment is its own, unless the journal has a posting number series.</summary>
    public string? DocumentNumber { get; internal init; }

    /// <summary>The kind of document; null where it has none.</summary>
    public GeneralLedgerDocumentType? DocumentType { get; internal init; }

    /// <summary>The account.</summary>
    public Guid? AccountId { get; internal init; }

    /// <summary>The account's number, at most 20 characters.</summary>
    public string? AccountNumber { get; internal init; }

    /// <summary>The description, at most 100 characters.</summary>
    public string? Description { get; internal init; }

    /// <summary>The amount, in the company's currency, where the entry is a debit; else zero.</summary>
    public decimal? DebitAmount { get; internal init; }

    /// <summary>The amount, in the company's currency, where the entry is a credit; else zero.</summary>
    public decimal? CreditAmount { get; internal init; }

    /// <summary><see cref="DebitAmount"/> in the additional reporting currency; zero where the company has none.</summary>
    public decimal? AdditionalCurrencyDebitAmount { get; internal init; }

    /// <summary><see cref="CreditAmount"/> in the additional reporting currency; zero where the company has none.</summary>
    public decimal? AdditionalCurrencyCreditAmount { get; internal init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The account; null unless the query asked to expand it.</summary>
    public Account? Account { get; internal init; }

    Original<GeneralLedgerEntry> IEntity<GeneralLedgerEntry>.Original { get; set; }
}
