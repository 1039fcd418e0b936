namespace Financials.Client;

/// <content>Accounts, ledger entries, and what customers owe.</content>
public static partial class FinancialsModelFactory
{
    /// <summary>A GeneralLedgerEntry as read from a service.</summary>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="entryNumber">The entry's number, unique in the company and rising in the order in which entries were posted.</param>
    /// <param name="postingDate">The day that the entry counts for.</param>
    /// <param name="documentNumber">The number of the document that was posted, at most 20 characters. That of a payment is its own, unless the journal has a posting number series.</param>
    /// <param name="documentType">The kind of document; null where it has none.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="accountNumber">The account's number, at most 20 characters.</param>
    /// <param name="description">The description, at most 100 characters.</param>
    /// <param name="debitAmount">The amount, in the company's currency, where the entry is a debit; else zero.</param>
    /// <param name="creditAmount">The amount, in the company's currency, where the entry is a credit; else zero.</param>
    /// <param name="additionalCurrencyDebitAmount">The debit amount in the additional reporting currency; zero where the company has none.</param>
    /// <param name="additionalCurrencyCreditAmount">The credit amount in the additional reporting currency; zero where the company has none.</param>
    /// <param name="lastModified">When it was last changed.</param>
    /// <param name="account">The account; null unless the query asked to expand it.</param>
    public static GeneralLedgerEntry GeneralLedgerEntry(
        Guid? id = null,
        string? etag = null,
        int? entryNumber = null,
        DateOnly? postingDate = null,
        string? documentNumber = null,
        GeneralLedgerDocumentType? documentType = null,
        Guid? accountId = null,
        string? accountNumber = null,
        string? description = null,
        decimal? debitAmount = null,
        decimal? creditAmount = null,
        decimal? additionalCurrencyDebitAmount = null,
        decimal? additionalCurrencyCreditAmount = null,
        DateTimeOffset? lastModified = null,
        Account? account = null) =>
        Read(new GeneralLedgerEntry
        {
            Id = id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            EntryNumber = entryNumber,
            PostingDate = postingDate,
            DocumentNumber = documentNumber,
            DocumentType = documentType,
            AccountId = accountId,
            AccountNumber = accountNumber,
            Description = description,
            DebitAmount = debitAmount,
            CreditAmount = creditAmount,
            AdditionalCurrencyDebitAmount = additionalCurrencyDebitAmount,
            AdditionalCurrencyCreditAmount = additionalCurrencyCreditAmount,
            LastModified = lastModified,
            Account = account,
        });

    /// <summary>An Account as read from a service.</summary>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="number">The account number, at most 20 characters, unique in the company.</param>
    /// <param name="displayName">The name, at most 100 characters.</param>
    /// <param name="category">What the account belongs to in the balance sheet or the income statement; null where it has no category.</param>
    /// <param name="subCategory">The subcategory, at most 80 characters.</param>
    /// <param name="blocked">Whether nothing may be posted to the account.</param>
    /// <param name="accountType">Whether the account takes entries or adds up others.</param>
    /// <param name="directPosting">Whether journals may post to the account, as a balancing account has to allow.</param>
    /// <param name="netChange">The sum of the account's entries, in the company's currency.</param>
    /// <param name="consolidationTranslationMethod">The rate that consolidation translates the account at.</param>
    /// <param name="consolidationDebitAccount">The account that takes a debit balance in consolidation, at most 20 characters.</param>
    /// <param name="consolidationCreditAccount">The account that takes a credit balance in consolidation, at most 20 characters.</param>
    /// <param name="excludeFromConsolidation">Whether consolidation leaves the account out.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static Account Account(
        Guid? id = null,
        string? etag = null,
        string? number = null,
        string? displayName = null,
        AccountCategory? category = null,
        string? subCategory = null,
        bool? blocked = null,
        AccountType? accountType = null,
        bool? directPosting = null,
        decimal? netChange = null,
        ConsolidationTranslationMethod? consolidationTranslationMethod = null,
        string? consolidationDebitAccount = null,
        string? consolidationCreditAccount = null,
        bool? excludeFromConsolidation = null,
        DateTimeOffset? lastModified = null) =>
        Read(new Account
        {
            Id = id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            Number = number,
            DisplayName = displayName,
            Category = category,
            SubCategory = subCategory,
            Blocked = blocked,
            AccountType = accountType,
            DirectPosting = directPosting,
            NetChange = netChange,
            ConsolidationTranslationMethod = consolidationTranslationMethod,
            ConsolidationDebitAccount = consolidationDebitAccount,
            ConsolidationCreditAccount = consolidationCreditAccount,
            ExcludeFromConsolidation = excludeFromConsolidation,
            LastModified = lastModified,
        });

    /// <summary>A CustomerFinancialDetails as read from a service.</summary>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="number">The customer number, at most 20 characters.</param>
    /// <param name="balance">What the customer owes in all.</param>
    /// <param name="totalSalesExcludingTax">All sales to the customer, without tax.</param>
    /// <param name="overdueAmount">The part of the balance that is overdue.</param>
    /// <param name="lastModified">When the customer was last changed.</param>
    public static CustomerFinancialDetails CustomerFinancialDetails(
        Guid? id = null,
        string? etag = null,
        string? number = null,
        decimal? balance = null,
        decimal? totalSalesExcludingTax = null,
        decimal? overdueAmount = null,
        DateTimeOffset? lastModified = null) =>
        Read(new CustomerFinancialDetails
        {
            Id = id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            Number = number,
            Balance = balance,
            TotalSalesExcludingTax = totalSalesExcludingTax,
            OverdueAmount = overdueAmount,
            LastModified = lastModified,
        });

    /// <summary>A TaxArea as read from a service.</summary>
    /// <param name="area">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="taxType">The kind of tax that the company charges.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static TaxArea TaxArea(
        TaxArea area,
        Guid? id = null,
        string? etag = null,
        TaxType? taxType = null,
        DateTimeOffset? lastModified = null) =>
        Read(area with
        {
            Id = id ?? area.Id ?? Guid.NewGuid(),
            ETag = etag ?? area.ETag ?? MadeUpETag,
            TaxType = taxType,
            LastModified = lastModified,
        });

    /// <summary>A CountryRegion as read from a service.</summary>
    /// <param name="country">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static CountryRegion CountryRegion(
        CountryRegion country,
        Guid? id = null,
        string? etag = null,
        DateTimeOffset? lastModified = null) =>
        Read(country with
        {
            Id = id ?? country.Id ?? Guid.NewGuid(),
            ETag = etag ?? country.ETag ?? MadeUpETag,
            LastModified = lastModified,
        });
}
