namespace Financials.Client.ContractTests.Operations.BusinessCentral;

/// <summary>The exchanges about the ledger, the dimensions and the files, which only this surface has: one row for each file.</summary>
internal static class AccountingExchanges
{
    public static IEnumerable<Exchange> All => [.. ReferenceData, .. Ledger, .. Dimensions, .. Files];

    private static IEnumerable<Exchange> ReferenceData =>
    [
        .. new SetExchanges<TaxArea>(
            "TaxAreas", "TaxArea", "TaxAreas", company => company.TaxAreas, new() { Code = "Atlanta, GA", DisplayName = "Atlanta, GA" },
            [AccountingSamples.TaxArea], Ids.TaxArea, area => area with { DisplayName = "Atlanta" }).All,

        .. new SetExchanges<CountryRegion>(
            "CountriesRegions", "CountryRegion", "CountriesRegions", company => company.CountriesAndRegions,
            new() { Code = "US", DisplayName = "USA", AddressFormat = CountryAddressFormat.CityCountyPostCode },
            [AccountingSamples.Usa], Ids.Country, country => country with { DisplayName = "United States" }).All,
    ];

    private static IEnumerable<Exchange> Ledger =>
    [
        Exchange.On(
            "Customers/getCustomerFinancialDetail",
            async company => await company.Customers[Ids.Customer].GetFinancialDetailsAsync(),
            AccountingSamples.FinancialDetails),

        .. new ReadOnlySetExchanges<Account>(
            "Accounts", "Account", "Accounts", company => company.Accounts, [AccountingSamples.Checking], Ids.Account).All,

        .. new ReadOnlySetExchanges<GeneralLedgerEntry>(
            "GeneralLedgerEntries", "GeneralLedgerEntry", "GeneralLedgerEntries", company => company.GeneralLedgerEntries,
            [AccountingSamples.Entry], Ids.Entry).All,
    ];

    private static IEnumerable<Exchange> Dimensions =>
    [
        .. new ReadOnlySetExchanges<Dimension>(
            "Dimensions", "Dimension", "Dimensions", company => company.Dimensions, [AccountingSamples.Department], Ids.Dimension).All,

        .. new ReadOnlySetExchanges<DimensionValue>(
            "Dimensions", "DimensionValue", "ValuesOfDimension", company => company.Dimensions[Ids.Dimension].Values,
            [AccountingSamples.Sales], Ids.DimensionValue)
        { IsCounted = false }.All,

        .. new SetExchanges<DefaultDimension>(
            "DefaultDimensions", "CustomerDefaultDimension", "CustomerDefaultDimensions", company => company.Customers[Ids.Customer].DefaultDimensions,
            AccountingSamples.NewDefault, [AccountingSamples.Default], Ids.DefaultDimension, given => given with { PostingValidation = PostingValidation.CodeMandatory })
        { IsCounted = false }.All,

        .. LinesOf(
            "CustomerPayments", "PaymentDimension", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].DimensionSetLines, Ids.Payment),
        .. LinesOf("SalesInvoices", "InvoiceDimension", company => company.SalesInvoices[Ids.Invoice].DimensionSetLines, Ids.Invoice),
    ];

    private static IEnumerable<Exchange> Files =>
    [
        .. new SetExchanges<Attachment>(
            "Attachments", "Attachment", "Attachments", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].Attachments,
            new() { FileName = "remittance-77.pdf" }, [AccountingSamples.Remittance], Ids.Attachment, file => file with { FileName = "remittance-78.pdf" })
        { IsCounted = false }.All,

        Exchange.On(
            "Attachments/listInvoiceAttachments",
            async company => await company.SalesInvoices[Ids.Invoice].Attachments.ToListAsync(),
            (Attachment[])[AccountingSamples.Attached(Ids.Invoice, AttachmentParentType.SalesInvoice, 0)]),
        Exchange.On(
            "Attachments/createInvoiceAttachment",
            async company => await company.SalesInvoices[Ids.Invoice].Attachments.CreateAsync(new Attachment { FileName = "remittance-77.pdf" }),
            AccountingSamples.Attached(Ids.Invoice, AttachmentParentType.SalesInvoice, 0)),
        Exchange.On(
            "Attachments/getAttachmentContent",
            async company => await company.SalesInvoices[Ids.Invoice].Attachments.GetContentAsync(Ids.Attachment),
            AccountingSamples.Pdf),
        Exchange.On(
            "Attachments/updateAttachmentContent",
            async company => await company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].Attachments
                .SetContentAsync(AccountingSamples.Remittance, AccountingSamples.Pdf),
            AccountingSamples.Attached(Ids.Payment, AttachmentParentType.Journal, AccountingSamples.Pdf.Length)) with
        {
            After = ["Attachments/getAttachment.stored"],
        },
        Exchange.On("SalesInvoices/getInvoicePdfContent", async company => await company.SalesInvoices[Ids.Invoice].GetPdfAsync(), AccountingSamples.Pdf),
    ];

    private static IEnumerable<Exchange> LinesOf(string folder, string one, Func<CompanyClient, EntitySet<DimensionSetLine>> set, Guid parent) =>
        new SetExchanges<DimensionSetLine>(
            folder, one, $"{one}s", set, AccountingSamples.NewLine, [AccountingSamples.LineOf(parent)], Ids.Dimension,
            line => line with { ValueCode = "PROD" })
        { IsCounted = false, Changed = AccountingSamples.ChangedLineOf(parent) }.All;
}
