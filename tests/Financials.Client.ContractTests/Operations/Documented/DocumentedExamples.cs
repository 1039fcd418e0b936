using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.ContractTests.Operations.Documented;

/// <summary>
/// The five documented operations with the documents' own examples. Their defects are mended: real ids and typed values for
/// placeholders, no read-only members in a request, and an amount that keeps its sign.
/// </summary>
internal static class DocumentedExamples
{
    private static readonly Guid CreatedCustomer = Ids.Customer;
    private static readonly DateTimeOffset PaymentModified = new(2017, 3, 17, 19, 2, 22, 43, TimeSpan.Zero);
    private static readonly DateTimeOffset CustomerModified = new(2017, 3, 7, 0, 35, 28, 983, TimeSpan.Zero);

    public static Customer NewCoho { get; } = new()
    {
        Number = "10000", DisplayName = "Coho Winery", Address = Samples.Atlanta, PhoneNumber = "", Email = "jim.glynn@cronuscorp.net", Website = "",
        TaxLiable = true, CurrencyCode = "USD", PaymentTerms = new() { Code = "1M(8D)", Description = "1 Month/2% 8 days" },
        ShipmentMethod = CodeDescription.None, PaymentMethod = new() { Code = "BANK", Description = "Bank Transfer" }, Blocked = CustomerBlocked.None,
    };

    public static Customer CreatedCoho { get; } = Make.Customer(
        NewCoho with { PhoneNumber = null, Website = null, ShipmentMethod = null }, CreatedCustomer, balance: 0m, lastModified: CustomerModified);

    public static CustomerPayment NewJournalLine { get; } = new()
    {
        LineNumber = 10000, CustomerId = Ids.Importers, CustomerNumber = "10400", ContactId = "CT000012", PostingDate = new(2015, 12, 31),
        DocumentNumber = "1234", ExternalDocumentNumber = "", Amount = -1500m, AppliesToInvoiceId = Ids.PostedInvoice,
        AppliesToInvoiceNumber = "100000", Description = "", Comment = "",
    };

    public static CustomerPayment CreatedJournalLine { get; } = Make.CustomerPayment(
        NewJournalLine with
        {
            ContactId = null,
            JournalDisplayName = "DEFAULT",
            ExternalDocumentNumber = null,
            Description = "Accounts Receivable",
            Comment = null,
        },
        Ids.Payment,
        lastModified: PaymentModified);

    public static CustomerPayment NewRemittance { get; } = NewJournalLine with
    {
        JournalDisplayName = "DEFAULT",
        ExternalDocumentNumber = "REMIT-77",
        Description = "Payment of invoice 100000",
        Comment = "Paid by bank transfer",
    };

    public static CustomerPayment CreatedRemittance { get; } =
        Make.CustomerPayment(NewRemittance, new("f610b81d-b81d-f610-1db8-10f61db810f6"), lastModified: PaymentModified);

    private static readonly Customer Trey = new()
    {
        Number = "20000", DisplayName = "Trey Research", Type = CustomerType.Company, Address = Samples.Atlanta, PhoneNumber = "+1 425 555 0100",
        Email = "helen.ray@treyresearch.example", Website = "https://treyresearch.example", TaxLiable = true, TaxAreaId = Ids.TaxArea,
        TaxRegistrationNumber = "533435789", CurrencyId = Ids.Currency, CurrencyCode = "USD", PaymentTermsId = Ids.PaymentTerm,
        ShipmentMethodId = Ids.ShipmentMethod, PaymentMethodId = Ids.PaymentMethod, Blocked = CustomerBlocked.None,
    };

    private static readonly Customer School = Trey with
    {
        Number = "30000",
        DisplayName = "School of Fine Art",
        PhoneNumber = "+1 305 555 0100",
        Email = "meagan.bond@fineartschool.example",
        Website = "https://fineartschool.example",
        TaxRegistrationNumber = "733495789",
        Address = new() { Street = "10 High Tower Green", City = "Miami", State = "FL", CountryCode = "US", PostalCode = "37125" },
    };

    /// <summary>The documented operations that are not the create of a set.</summary>
    public static IEnumerable<Exchange> All =>
    [
        Exchange.On(
            "Customers/addCustomerReference",
            async company => await company.Customers.AddReferenceAsync(Trey),
            Make.Customer(
                Trey, new("52a499d6-99d6-52a4-d699-a452d699a452"), taxAreaDisplayName: "Atlanta, GA",
                lastModified: new DateTimeOffset(2016, 12, 31, 23, 56, 51, TimeSpan.FromHours(3)).AddTicks(5562076))),
        Exchange.On(
            "SalesInvoices/createInvoiceCustomer",
            async company => await company.SalesInvoices[Ids.Invoice].Customer.CreateAsync(School),
            Make.Customer(
                School, new("3b2f52b9-52b9-3b2f-b952-2f3bb9522f3b"), taxAreaDisplayName: "Miami, FL", lastModified: CustomerModified)),
        Exchange.On(
            "CustomerPayments/createPaymentAtDocumentedAddress",
            async company => await company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].CreateAsync(NewJournalLine),
            CreatedJournalLine),
    ];
}
