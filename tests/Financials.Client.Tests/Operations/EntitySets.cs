using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Operations;

/// <summary>The sets that can be read and written: one row each.</summary>
internal static class EntitySets
{
    private static readonly CustomerPayment Remittance = new() { LineNumber = 10000, CustomerNumber = "10400", PostingDate = new(2015, 12, 31), Amount = -1500m };

    private const string RemittanceJson = """{"lineNumber":10000,"customerNumber":"10400","postingDate":"2015-12-31","amount":-1500}""";

    public static IEnumerable<Operation> Operations =>
    [
        .. new SetOperations<Customer>(
            "Customers", "customers", "{customer}", company => company.Customers,
            new() { Number = "10000", DisplayName = "Coho Winery", TaxLiable = true, Blocked = CustomerBlocked.None },
            """{"number":"10000","displayName":"Coho Winery","taxLiable":true,"blocked":" "}""",
            (customer, id, etag, at) => Make.Customer(customer, id, etag, lastModified: at),
            customer => customer with { Email = "ap@coho.example" }, """{"email":"ap@coho.example"}""").All(),

        .. new SetOperations<PaymentJournal>(
            "PaymentJournals", "customerPaymentJournals", "{journal}", company => company.PaymentJournals,
            new() { Code = "EDI-0317", DisplayName = "Remittances of 17 March", BalancingAccountId = Ids.Method },
            Ids.Real("""{"code":"EDI-0317","displayName":"Remittances of 17 March","balancingAccountId":"{method}"}"""),
            (journal, id, etag, at) => Make.PaymentJournal(journal, id, etag, lastModified: at),
            journal => journal with { DisplayName = "Remittances" }, """{"displayName":"Remittances"}""").All(),

        .. new SetOperations<CustomerPayment>(
            "PaymentJournals[journalId].Payments", "customerPaymentJournals/{journal}/customerPayments", "{payment}",
            company => company.PaymentJournals[Ids.Journal].Payments,
            Remittance, RemittanceJson,
            (payment, id, etag, at) => Make.CustomerPayment(payment, id, etag, lastModified: at),
            payment => payment with { Amount = -1499.95m }, """{"amount":-1499.95}""").All(),

        .. new SetOperations<CustomerPayment>(
            "CustomerPayments", "customerPayments", "{payment}", company => company.CustomerPayments,
            Remittance, RemittanceJson,
            (payment, id, etag, at) => Make.CustomerPayment(payment, id, etag, lastModified: at),
            payment => payment with { LineNumber = 20000 }, """{"lineNumber":20000}""").All(),

        .. new SetOperations<SalesInvoice>(
            "SalesInvoices", "salesInvoices", "{invoice}", company => company.SalesInvoices,
            new() { CustomerId = Ids.Customer, InvoiceDate = new(2015, 11, 30), DiscountAmount = 12.50m },
            Ids.Real("""{"customerId":"{customer}","invoiceDate":"2015-11-30","discountAmount":12.50}"""),
            (invoice, id, etag, at) => Make.SalesInvoice(invoice, id, etag, lastModified: at),
            invoice => invoice with { DueDate = new(2015, 12, 31) }, """{"dueDate":"2015-12-31"}""").All(),

        .. new SetOperations<PaymentTerm>(
            "PaymentTerms", "paymentTerms", "{term}", company => company.PaymentTerms,
            new() { Code = "1M(8D)", DisplayName = "1 Month/2% 8 days", DiscountPercent = 2m, CalculateDiscountOnCreditMemos = false },
            """{"code":"1M(8D)","displayName":"1 Month/2% 8 days","discountPercent":2,"calculateDiscountOnCreditMemos":false}""",
            (terms, id, etag, at) => Make.PaymentTerm(terms, id, etag, lastModified: at),
            terms => terms with { DiscountPercent = 1.5m }, """{"discountPercent":1.5}""").All(),

        .. new SetOperations<PaymentMethod>(
            "PaymentMethods", "paymentMethods", "{method}", company => company.PaymentMethods,
            new() { Code = "BANK", DisplayName = "Bank Transfer" }, """{"code":"BANK","displayName":"Bank Transfer"}""",
            (method, id, etag, at) => Make.PaymentMethod(method, id, etag, lastModified: at),
            method => method with { DisplayName = "Bank" }, """{"displayName":"Bank"}""").All(),

        .. new SetOperations<ShipmentMethod>(
            "ShipmentMethods", "shipmentMethods", "{shipment}", company => company.ShipmentMethods,
            new() { Code = "EXW", DisplayName = "Ex works" }, """{"code":"EXW","displayName":"Ex works"}""",
            (method, id, etag, at) => Make.ShipmentMethod(method, id, etag, lastModified: at),
            method => method with { Code = "FOB" }, """{"code":"FOB"}""").All(),

        .. new SetOperations<Currency>(
            "Currencies", "currencies", "{currency}", company => company.Currencies,
            new() { Code = "EUR", Symbol = "€", AmountDecimalPlaces = "2:2", AmountRoundingPrecision = 0.01m },
            """{"code":"EUR","symbol":"€","amountDecimalPlaces":"2:2","amountRoundingPrecision":0.01}""",
            (currency, id, etag, at) => Make.Currency(currency, id, etag, lastModified: at),
            currency => currency with { DisplayName = "Euro" }, """{"displayName":"Euro"}""").All(),
    ];
}
