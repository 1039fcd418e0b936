using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.ContractTests.Operations.BusinessCentral;

/// <summary>The entities that the responses in <c>Exchanges/BusinessCentral</c> hold, in the terms of the public models.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InMarch = new(2026, 3, 2, 8, 11, 40, 117, TimeSpan.Zero);

    public static readonly PostalAddress Atlanta = new() { Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772" };

    public static readonly Company Cronus = Make.Company(
        Ids.Company, systemVersion: "29.0.48210.0", name: "CRONUS USA, Inc.", displayName: "CRONUS USA, Inc.", created: InMarch, lastModified: InMarch);

    public static readonly Customer NewCoho = new()
    {
        Number = "10000", DisplayName = "Coho Winery", Type = CustomerType.Company, Address = Atlanta, Email = "ap@coho.example", CreditLimit = 5_000m,
        TaxLiable = true, TaxAreaId = Ids.TaxArea, CurrencyCode = "USD", PaymentTermsId = Ids.PaymentTerm, PaymentMethodId = Ids.PaymentMethod,
        Blocked = CustomerBlocked.None,
    };

    public static readonly Customer Coho = Make.Customer(
        NewCoho, Ids.Customer, "W/\"JzQ0O2N1c3RvbWVyMTAwMDEn\"", "Atlanta, GA", lastModified: new(2026, 3, 8, 9, 14, 2, 117, TimeSpan.Zero), balanceDue: 0m);

    public static readonly Customer Importers = Make.Customer(
        Coho with { Number = "10400", DisplayName = "Wide World Importers", Email = "toby@wideworldimporters.example" },
        Ids.Importers, "W/\"JzQ0O2N1c3RvbWVyMTA0MDEn\"", "Atlanta, GA", lastModified: new(2026, 3, 9, 7, 0, 0, TimeSpan.Zero), balanceDue: 0m);

    public static readonly PaymentJournal Journal = Make.PaymentJournal(
        new() { Code = "EDI-0317", DisplayName = "Remittances of 17 March", BalancingAccountId = Ids.Account },
        Ids.Journal, "W/\"JzQ0O2pvdXJuYWxFREkwMzE3MSc=\"", "10100", new(2026, 3, 17, 18, 55, 40, 510, TimeSpan.Zero));

    /// <summary>Codes are written here as callers may, and stored in upper case.</summary>
    public static readonly CustomerPayment NewPayment = new()
    {
        LineNumber = 10000, CustomerNumber = "10400", PostingDate = new(2026, 3, 17), DocumentNumber = "B-4711", ExternalDocumentNumber = "Remit-77",
        Amount = -1500m, AppliesToInvoiceNumber = "103001", Comment = "Matched by hand",
    };

    public static readonly CustomerPayment Payment = Make.CustomerPayment(
        NewPayment with
        {
            ExternalDocumentNumber = "REMIT-77",
            JournalDisplayName = "EDI-0317",
            CustomerId = Ids.Importers,
            AppliesToInvoiceId = Ids.PostedInvoice,
            Description = "Wide World Importers",
        },
        Ids.Payment, "W/\"JzQ0O3BheW1lbnQxMDAwMDEn\"", new(2026, 3, 17, 19, 2, 22, 43, TimeSpan.Zero), journalId: Ids.Journal);

    public static readonly SalesInvoice NewInvoice = new()
    {
        ExternalDocumentNumber = "po-4711", InvoiceDate = new(2026, 3, 1), DueDate = new(2026, 3, 31), CustomerNumber = "10400",
        PaymentTermsId = Ids.PaymentTerm,
    };

    public static readonly SalesInvoice Invoice = InvoiceOf(SalesInvoiceStatus.Draft);

    public static readonly SalesInvoiceLine Line = Make.SalesInvoiceLine(
        new()
        {
            Sequence = 10000, Type = SalesInvoiceLineType.Item, ItemId = Ids.Item, ObjectNumber = "1896-S", Description = "ATHENS Desk",
            UnitOfMeasureId = Ids.Pieces, UnitOfMeasureCode = "PCS", Quantity = 1m, UnitPrice = 1428.57m, DiscountAmount = 0m, DiscountPercent = 0m,
            TaxCode = "FURNITURE", ShipmentDate = new(2026, 3, 1),
        },
        Ids.Line, "W/\"JzQ0O2xpbmUxMDAwMDEn\"", Ids.Invoice, discountAppliedBeforeTax: true, amountExcludingTax: 1428.57m, taxPercent: 5m,
        totalTaxAmount: 71.43m, amountIncludingTax: 1500m, invoiceDiscountAllocation: 0m, netAmount: 1428.57m, netTaxAmount: 71.43m,
        netAmountIncludingTax: 1500m);

    public static readonly PaymentTerm PaymentTerm = Make.PaymentTerm(
        new()
        {
            Code = "1M(8D)", DisplayName = "1 Month/2% 8 days", DueDateCalculation = "1M", DiscountDateCalculation = "8D", DiscountPercent = 2m,
            CalculateDiscountOnCreditMemos = false,
        },
        Ids.PaymentTerm, "W/\"JzQ0O3BheW1lbnRUZXJtMSc=\"", NewYear);

    public static readonly PaymentMethod PaymentMethod =
        Make.PaymentMethod(new() { Code = "BANK", DisplayName = "Bank Transfer" }, Ids.PaymentMethod, "W/\"JzQ0O3BheW1lbnRNZXRobzEn\"", NewYear);

    public static readonly ShipmentMethod ShipmentMethod =
        Make.ShipmentMethod(new() { Code = "EXW", DisplayName = "Ex works" }, Ids.ShipmentMethod, "W/\"JzQ0O3NoaXBtZW50TWV0aDEn\"", NewYear);

    public static readonly Currency Euro = Make.Currency(
        new() { Code = "EUR", DisplayName = "Euro", Symbol = "€", AmountDecimalPlaces = "2:2", AmountRoundingPrecision = 0.01m },
        Ids.Currency, "W/\"JzQ0O2N1cnJlbmN5MSc=\"", NewYear);

    public static SalesInvoice InvoiceOf(SalesInvoiceStatus status) => Make.SalesInvoice(
        NewInvoice with
        {
            ExternalDocumentNumber = "PO-4711",
            PostingDate = new(2026, 3, 1),
            CustomerPurchaseOrderReference = "4711",
            CustomerId = Ids.Importers,
            BillToCustomerId = Ids.Importers,
            BillToCustomerNumber = "10400",
            ShipToName = "Wide World Importers",
            ShipToContact = "Toby Rhode",
            SellingPostalAddress = Atlanta,
            ShippingPostalAddress = Atlanta,
            CurrencyCode = "USD",
            ShipmentMethodId = Ids.ShipmentMethod,
            DiscountAmount = 0m,
            PhoneNumber = "+1 206 555 0100",
            Email = "toby@wideworldimporters.example",
        },
        Ids.Invoice, "W/\"JzQ0O2ludm9pY2UxMDIyMDExJw==\"", "102201", "Wide World Importers", "Wide World Importers", Atlanta, pricesIncludeTax: false,
        discountAppliedBeforeTax: true, totalAmountExcludingTax: 1428.57m, totalTaxAmount: 71.43m, totalAmountIncludingTax: 1500m, status: status,
        lastModified: new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), remainingAmount: 0m);
}
