using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.ContractTests.Operations.Documented;

/// <summary>The entities that the answers in <c>Exchanges/Documented</c> hold, in the terms of the public models.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset NewYear = new(2017, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly PostalAddress Atlanta = new() { Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772" };

    public static readonly Company Cronus = Make.Company(Ids.Company, "W/\"JzQ0O2Nyb251cw==\"", "19.0.30747.0", "CRONUS USA, Inc.", "CRONUS USA, Inc.");

    public static readonly Customer Coho = Make.Customer(
        new()
        {
            Number = "10000", DisplayName = "Coho Winery", Type = CustomerType.Company, Address = Atlanta, Email = "ap@coho.example", TaxLiable = true,
            TaxAreaId = Ids.TaxArea, CurrencyCode = "USD", PaymentTermsId = Ids.PaymentTerm, PaymentMethodId = Ids.PaymentMethod, Blocked = CustomerBlocked.None,
        },
        Ids.Customer, "W/\"JzQ0O0xJbnZoSk9hWks=\"", "Atlanta, GA", lastModified: new(2017, 3, 8, 9, 14, 2, 117, TimeSpan.Zero));

    public static readonly Customer Importers = Make.Customer(
        Coho with { Number = "10400", DisplayName = "Wide World Importers", Email = "toby@wideworldimporters.example" },
        Ids.Importers, "W/\"JzQ0O2MxMDQwMA==\"", "Atlanta, GA", lastModified: new(2017, 3, 9, 7, 0, 0, TimeSpan.Zero));

    public static readonly PaymentJournal Journal = Make.PaymentJournal(
        new() { Code = "EDI-0317", DisplayName = "Remittances of 17 March", BalancingAccountId = Ids.Account },
        Ids.Journal, "W/\"JzQ0O2pvdXJuYWwx\"", "10100", new(2017, 3, 17, 18, 55, 40, 510, TimeSpan.Zero));

    public static readonly CustomerPayment Payment = Make.CustomerPayment(
        new()
        {
            JournalDisplayName = "DEFAULT", LineNumber = 10000, CustomerId = Ids.Importers, CustomerNumber = "10400", ContactId = "CT000012",
            PostingDate = new(2015, 12, 31), DocumentNumber = "1234", ExternalDocumentNumber = "REMIT-77", Amount = -1500m,
            AppliesToInvoiceId = Ids.PostedInvoice, AppliesToInvoiceNumber = "100000", Description = "Accounts Receivable", Comment = "Matched by hand",
        },
        Ids.Payment, "W/\"JzQ0O3BheW1lbnQx\"", new(2017, 3, 17, 19, 2, 22, 43, TimeSpan.Zero));

    public static readonly SalesInvoice Invoice = Make.SalesInvoice(
        new()
        {
            ExternalDocumentNumber = "PO-4711", InvoiceDate = new(2015, 11, 30), DueDate = new(2015, 12, 31), CustomerPurchaseOrderReference = "4711",
            CustomerId = Ids.Importers, CustomerNumber = "10400", BillToCustomerId = Ids.Importers, BillToCustomerNumber = "10400",
            ShipToName = "Wide World Importers", ShipToContact = "Toby Rhode", SellingPostalAddress = Atlanta, ShippingPostalAddress = Atlanta,
            CurrencyCode = "USD", PaymentTermsId = Ids.PaymentTerm, ShipmentMethodId = Ids.ShipmentMethod, DiscountAmount = 0m,
            PhoneNumber = "+1 206 555 0100", Email = "toby@wideworldimporters.example",
        },
        Ids.Invoice, "W/\"JzQ0O2ludm9pY2Ux\"", "102201", "Wide World Importers", "Wide World Importers", Atlanta, pricesIncludeTax: false,
        discountAppliedBeforeTax: true, totalAmountExcludingTax: 1428.57m, totalTaxAmount: 71.43m, totalAmountIncludingTax: 1500m,
        status: SalesInvoiceStatus.Draft, lastModified: new(2015, 11, 30, 8, 0, 0, TimeSpan.Zero));

    public static readonly PaymentTerm PaymentTerm = Make.PaymentTerm(
        new()
        {
            Code = "1M(8D)", DisplayName = "1 Month/2% 8 days", DueDateCalculation = "1M", DiscountDateCalculation = "8D", DiscountPercent = 2m,
            CalculateDiscountOnCreditMemos = false,
        },
        Ids.PaymentTerm, "W/\"JzQ0O3Rlcm0x\"", NewYear);

    public static readonly PaymentMethod PaymentMethod =
        Make.PaymentMethod(new() { Code = "BANK", DisplayName = "Bank Transfer" }, Ids.PaymentMethod, "W/\"JzQ0O21ldGhvZDE=\"", NewYear);

    public static readonly ShipmentMethod ShipmentMethod =
        Make.ShipmentMethod(new() { Code = "EXW", DisplayName = "Ex works" }, Ids.ShipmentMethod, "W/\"JzQ0O3NoaXAx\"", NewYear);

    public static readonly Currency Euro = Make.Currency(
        new() { Code = "EUR", DisplayName = "Euro", Symbol = "€", AmountDecimalPlaces = "2:2", AmountRoundingPrecision = 0.01m },
        Ids.Currency, "W/\"JzQ0O2N1cnIx\"", NewYear);
}
