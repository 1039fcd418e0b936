using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.ContractTests.Operations.BusinessCentral;

/// <summary>What only this surface shows of the ledger, the dimensions and the files, in the terms of the public models.</summary>
internal static class AccountingSamples
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InMarch = new(2026, 3, 8, 9, 14, 2, 117, TimeSpan.Zero);

    public static readonly CustomerFinancialDetails FinancialDetails = Make.CustomerFinancialDetails(
        Ids.Customer, "W/\"JzQ0O2N1c3RvbWVyRmluYTEn\"", "10000", balance: 1500m, totalSalesExcludingTax: 28571.43m, overdueAmount: 0m, lastModified: InMarch);

    public static readonly TaxArea TaxArea = Make.TaxArea(
        new() { Code = "ATLANTA, GA", DisplayName = "Atlanta, GA" }, Ids.TaxArea, "W/\"JzQ0O3RheEFyZWExJw==\"", TaxType.SalesTax, NewYear);

    public static readonly CountryRegion Usa = Make.CountryRegion(
        new() { Code = "US", DisplayName = "USA", AddressFormat = CountryAddressFormat.CityCountyPostCode }, Ids.Country, "W/\"JzQ0O2NvdW50cnlSZWdpbzEn\"", NewYear);

    public static readonly Account Checking = Make.Account(
        Ids.Account, "W/\"JzQ0O2FjY291bnQxMDEwMDEn\"", "10100", "Checking account", AccountCategory.Assets, "Cash", blocked: false, AccountType.Posting,
        directPosting: true, netChange: 41250.75m, ConsolidationTranslationMethod.AverageRate, excludeFromConsolidation: false, lastModified: NewYear);

    public static readonly GeneralLedgerEntry Entry = Make.GeneralLedgerEntry(
        Ids.Entry, "W/\"JzQ0O2dlbmVyYWxMZWRnZTEn\"", 2817, new(2026, 3, 17), "B-4711", GeneralLedgerDocumentType.Payment, Ids.Account, "10100",
        "Wide World Importers", debitAmount: 1500m, creditAmount: 0m, additionalCurrencyDebitAmount: 0m, additionalCurrencyCreditAmount: 0m,
        lastModified: new(2026, 3, 17, 20, 30, 0, TimeSpan.Zero));

    public static readonly Dimension Department = Make.Dimension(
        Ids.Dimension, "W/\"JzQ0O2RpbWVuc2lvbjEn\"", "DEPARTMENT", "Department", lastModified: NewYear);

    public static readonly DimensionValue Sales = Make.DimensionValue(
        Ids.DimensionValue, "W/\"JzQ0O2RpbWVuc2lvblZhbDEn\"", "SALES", Ids.Dimension, "Sales", lastModified: NewYear);

    public static readonly DefaultDimension NewDefault = new()
    {
        DimensionId = Ids.Dimension, DimensionValueId = Ids.DimensionValue, PostingValidation = PostingValidation.SameCode,
    };

    public static readonly DefaultDimension Default = Make.DefaultDimension(
        NewDefault, Ids.DefaultDimension, "W/\"JzQ0O2RlZmF1bHREaW1lbjEn\"", Ids.Customer, "DEPARTMENT", "SALES", InMarch);

    /// <summary>Codes are written here as callers may, and stored in upper case.</summary>
    public static readonly DimensionSetLine NewLine = new() { Code = "department", ValueCode = "sales" };

    public static readonly Attachment Remittance = Make.Attachment(
        new() { FileName = "remittance-77.pdf" }, Ids.Attachment, "W/\"JzQ0O2F0dGFjaG1lbnQxJw==\"", 0, Ids.Payment, AttachmentParentType.Journal,
        new(2026, 3, 17, 19, 5, 10, TimeSpan.Zero));

    /// <summary>The smallest file that begins and ends as a PDF does.</summary>
    public static byte[] Pdf => Convert.FromBase64String("JVBERi0xLjcKJeLjz9MKJSVFT0YK");

    public static Attachment Attached(Guid parent, AttachmentParentType type, int byteSize) => Make.Attachment(
        Remittance, Ids.Attachment, "W/\"JzQ0O2F0dGFjaG1lbnQxJw==\"", byteSize, parent, type, Remittance.LastModified);

    public static DimensionSetLine LineOf(Guid parent) => Make.DimensionSetLine(
        new() { Id = Ids.Dimension, Code = "DEPARTMENT", ValueId = Ids.DimensionValue, ValueCode = "SALES" },
        "W/\"JzQ0O2RpbWVuc2lvblNldDEn\"", parentId: parent, displayName: "Department", valueDisplayName: "Sales");

    /// <summary>The same line with another value, of which the request names the code only.</summary>
    public static DimensionSetLine ChangedLineOf(Guid parent) => Make.DimensionSetLine(
        LineOf(parent) with { ValueId = Ids.OtherDimensionValue, ValueCode = "PROD" },
        parentId: parent, displayName: "Department", valueDisplayName: "Production");
}
