using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>
/// The five documented operations with the documents' own examples. Their defects are mended: real ids and typed values for
/// placeholders, no read-only members in a request, valid JSON, and an amount that keeps its sign.
/// </summary>
internal static class DocumentedOperations
{
    private static readonly Guid ExampleCustomer = new("2b9e4d71-5c83-4f06-9a1d-7e6f50c4b3a2");
    private static readonly Guid ExampleInvoice = new("e9a8b7c6-d5e4-4f3a-8b2c-1d0e9f8a7b6c");
    private static readonly Guid TaxArea = new("592ce91b-e91b-592c-1be9-2c591be92c59");
    private static readonly DateTimeOffset PaymentModified = new(2017, 3, 17, 19, 2, 22, 43, TimeSpan.Zero);
    private static readonly DateTimeOffset CustomerModified = new(2017, 3, 7, 0, 35, 28, 983, TimeSpan.Zero);

    private static readonly PostalAddress Atlanta = new() { Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772" };

    private static readonly Customer Coho = new()
    {
        Number = "10000", DisplayName = "Coho Winery", Address = Atlanta, PhoneNumber = "", Email = "jim.glynn@cronuscorp.net", Website = "",
        TaxLiable = true, CurrencyCode = "USD", PaymentTerms = new() { Code = "1M(8D)", Description = "1 Month/2% 8 days" },
        ShipmentMethod = CodeDescription.None, PaymentMethod = new() { Code = "BANK", Description = "Bank Transfer" }, Blocked = CustomerBlocked.None,
    };

    private static readonly Customer Trey = new()
    {
        Number = "20000", DisplayName = "Trey Research", Type = CustomerType.Company, Address = Atlanta, PhoneNumber = "+1 425 555 0100",
        Email = "helen.ray@treyresearch.example", Website = "https://treyresearch.example", TaxLiable = true, TaxAreaId = TaxArea,
        TaxRegistrationNumber = "533435789", CurrencyId = Ids.Currency, CurrencyCode = "USD", PaymentTermsId = Ids.Term,
        ShipmentMethodId = Ids.Shipment, PaymentMethodId = Ids.Method, Blocked = CustomerBlocked.None,
    };

    private static readonly Customer School = new()
    {
        Number = "30000", DisplayName = "School of Fine Art", Type = CustomerType.Company, Address = new(), PhoneNumber = "+1 305 555 0100",
        Email = "meagan.bond@fineartschool.example", Website = "https://fineartschool.example", TaxLiable = true, TaxAreaId = TaxArea,
        TaxRegistrationNumber = "733495789", CurrencyId = Ids.Currency, CurrencyCode = "USD", PaymentTermsId = Ids.Term,
        ShipmentMethodId = Ids.Shipment, PaymentMethodId = Ids.Method, Blocked = CustomerBlocked.None,
    };

    private static readonly CustomerPayment JournalLine = new()
    {
        LineNumber = 10000, CustomerId = ExampleCustomer, CustomerNumber = "10400", ContactId = "CT000012", PostingDate = new(2015, 12, 31),
        DocumentNumber = "1234", ExternalDocumentNumber = "", Amount = -1500m, AppliesToInvoiceId = ExampleInvoice, AppliesToInvoiceNumber = "100000",
        Description = "", Comment = "",
    };

    private static readonly CustomerPayment Remittance = JournalLine with
    {
        JournalDisplayName = "DEFAULT",
        ExternalDocumentNumber = "REMIT-77",
        Description = "Payment of invoice 100000",
        Comment = "Paid by bank transfer",
    };

    private static readonly CustomerPayment JournalLineRead = new()
    {
        Id = Ids.Payment, JournalDisplayName = "DEFAULT", LineNumber = 10000, CustomerId = ExampleCustomer, CustomerNumber = "10400",
        PostingDate = new(2015, 12, 31), DocumentNumber = "1234", Amount = -1500m, AppliesToInvoiceId = ExampleInvoice, AppliesToInvoiceNumber = "100000",
        Description = "Accounts Receivable", LastModified = PaymentModified,
    };

    public static DocumentedOperation Create { get; } = new(
        "POST /financials/companies/{company}/customers",
        "create-customer",
        Coho,
        Coho with
        {
            Id = new("5d115c9c-44e3-ea11-bb43-000d3a2feca1"),
            PhoneNumber = null,
            Website = null,
            ShipmentMethod = null,
            Balance = 0m,
            LastModified = CustomerModified,
        },
        async (company, customer) => await company.Customers.CreateAsync((Customer)customer));

    public static DocumentedOperation AddReference { get; } = new(
        "POST /financials/companies/{company}/customers/$ref",
        "add-customer-reference",
        Trey,
        Trey with
        {
            Id = Ids.Customer,
            TaxAreaDisplayName = "Atlanta, GA",
            LastModified = new DateTimeOffset(2016, 12, 31, 23, 56, 51, TimeSpan.FromHours(3)).AddTicks(5562076),
        },
        async (company, customer) => await company.Customers.AddReferenceAsync((Customer)customer));

    public static DocumentedOperation CreateOnInvoice { get; } = new(
        "POST /financials/companies/{company}/salesInvoices/{invoice}/customer",
        "create-invoice-customer",
        School,
        School with { Id = new("3b2f52b9-52b9-3b2f-b952-2f3bb9522f3b"), Address = null, TaxAreaDisplayName = "Miami, FL", LastModified = CustomerModified },
        async (company, customer) => await company.SalesInvoices[Ids.Invoice].Customer.CreateAsync((Customer)customer));

    public static DocumentedOperation CreateAtAddress { get; } = new(
        "POST /financials/companies/{company}/customerPaymentsJournals/{journal}/customerPayments/{payment}",
        "create-journal-payment",
        JournalLine,
        JournalLineRead,
        async (company, payment) => await company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].CreateAsync((CustomerPayment)payment));

    /// <summary>The same example by the address that services have.</summary>
    public static DocumentedOperation CreateInJournal { get; } = new(
        "POST /financials/companies/{company}/customerPaymentJournals/{journal}/customerPayments",
        "create-journal-payment",
        JournalLine,
        JournalLineRead,
        async (company, payment) => await company.PaymentJournals[Ids.Journal].Payments.CreateAsync((CustomerPayment)payment));

    public static DocumentedOperation CreatePayment { get; } = new(
        "POST /financials/companies/{company}/customerPayments",
        "create-payment",
        Remittance,
        Remittance with { Id = new("f610b81d-b81d-f610-1db8-10f61db810f6"), LastModified = PaymentModified },
        async (company, payment) => await company.CustomerPayments.CreateAsync((CustomerPayment)payment));

    public static IEnumerable<DocumentedOperation> All => [Create, AddReference, CreateOnInvoice, CreateAtAddress, CreateInJournal, CreatePayment];
}
