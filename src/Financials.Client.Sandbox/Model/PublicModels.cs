using System.Globalization;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Model;

/// <summary>Stored entities as the client's models, in which nothing is null.</summary>
internal static class PublicModels
{
    public static Customer Customer(JsonObject values) => FinancialsModelFactory.Customer(
        new Customer
        {
            Number = Text(values, "number"),
            DisplayName = Text(values, "displayName"),
            Type = new CustomerType(values.Text("type")),
            Address = Address(values, "address"),
            PhoneNumber = Text(values, "phoneNumber"),
            Email = Text(values, "email"),
            Website = Text(values, "website"),
            TaxLiable = values["taxLiable"]!.GetValue<bool>(),
            TaxAreaId = Id(values, "taxAreaId"),
            TaxRegistrationNumber = Text(values, "taxRegistrationNumber"),
            CurrencyId = Id(values, "currencyId"),
            CurrencyCode = Text(values, "currencyCode"),
            PaymentTermsId = Id(values, "paymentTermsId"),
            ShipmentMethodId = Id(values, "shipmentMethodId"),
            PaymentMethodId = Id(values, "paymentMethodId"),
            PaymentTerms = CodeDescription(values, "paymentTerms"),
            ShipmentMethod = CodeDescription(values, "shipmentMethod"),
            PaymentMethod = CodeDescription(values, "paymentMethod"),
            Blocked = new CustomerBlocked(values.Text("blocked")),
        },
        Id(values, Wire.Id),
        values.Text(Wire.ETag),
        Text(values, "taxAreaDisplayName"),
        values.Decimal("balance"),
        values.Decimal("overdueAmount"),
        values.Decimal("totalSalesExcludingTax"),
        LastModified(values));

    public static PaymentJournal Journal(JsonObject values) => FinancialsModelFactory.PaymentJournal(
        new PaymentJournal { Code = Text(values, "code"), DisplayName = Text(values, "displayName"), BalancingAccountId = Id(values, "balancingAccountId") },
        Id(values, Wire.Id),
        values.Text(Wire.ETag),
        Text(values, "balancingAccountNumber"),
        LastModified(values));

    public static CustomerPayment Payment(JsonObject values) => FinancialsModelFactory.CustomerPayment(
        new CustomerPayment
        {
            JournalDisplayName = Text(values, "journalDisplayName"),
            LineNumber = values["lineNumber"]!.GetValue<int>(),
            CustomerId = Id(values, "customerId"),
            CustomerNumber = Text(values, "customerNumber"),
            PostingDate = Date(values, "postingDate"),
            DocumentNumber = Text(values, "documentNumber"),
            ExternalDocumentNumber = Text(values, "externalDocumentNumber"),
            Amount = values.Decimal("amount"),
            AppliesToInvoiceId = Id(values, "appliesToInvoiceId"),
            AppliesToInvoiceNumber = Text(values, "appliesToInvoiceNumber"),
            Description = Text(values, "description"),
            Comment = Text(values, "comment"),
        },
        Id(values, Wire.Id),
        values.Text(Wire.ETag),
        LastModified(values));

    public static SalesInvoice Invoice(JsonObject values) => FinancialsModelFactory.SalesInvoice(
        new SalesInvoice
        {
            ExternalDocumentNumber = Text(values, "externalDocumentNumber"),
            InvoiceDate = Date(values, "invoiceDate"),
            DueDate = Date(values, "dueDate"),
            CustomerPurchaseOrderReference = Text(values, "customerPurchaseOrderReference"),
            CustomerId = Id(values, "customerId"),
            CustomerNumber = Text(values, "customerNumber"),
            BillToCustomerId = Id(values, "billToCustomerId"),
            BillToCustomerNumber = Text(values, "billToCustomerNumber"),
            ShipToName = Text(values, "shipToName"),
            ShipToContact = Text(values, "shipToContact"),
            SellingPostalAddress = Address(values, "sellingPostalAddress"),
            ShippingPostalAddress = Address(values, "shippingPostalAddress"),
            CurrencyId = Id(values, "currencyId"),
            CurrencyCode = Text(values, "currencyCode"),
            PaymentTermsId = Id(values, "paymentTermsId"),
            ShipmentMethodId = Id(values, "shipmentMethodId"),
            Salesperson = Text(values, "salesperson"),
            DiscountAmount = values.Decimal("discountAmount"),
            PhoneNumber = Text(values, "phoneNumber"),
            Email = Text(values, "email"),
        },
        Id(values, Wire.Id),
        values.Text(Wire.ETag),
        Text(values, "number"),
        Text(values, "customerName"),
        Text(values, "billToName"),
        Address(values, "billingPostalAddress"),
        Id(values, "orderId"),
        Text(values, "orderNumber"),
        values["pricesIncludeTax"]!.GetValue<bool>(),
        values["discountAppliedBeforeTax"]!.GetValue<bool>(),
        values.Decimal("totalAmountExcludingTax"),
        values.Decimal("totalTaxAmount"),
        values.Decimal("totalAmountIncludingTax"),
        new SalesInvoiceStatus(values.Text("status")),
        LastModified(values));

    private static string? Text(JsonObject values, string name) => values.Text(name) is { Length: > 0 } text ? text : null;

    private static Guid? Id(JsonObject values, string name) => values.Id(name) is var id && id != Guid.Empty ? id : null;

    private static DateOnly? Date(JsonObject values, string name) => values.Text(name) is var text && text != Wire.NoDate ? Wire.Date(text) : null;

    private static DateTimeOffset LastModified(JsonObject values) => DateTimeOffset.Parse(values.Text(Wire.LastModified), CultureInfo.InvariantCulture);

    private static CodeDescription? CodeDescription(JsonObject values, string name) =>
        values[name] is JsonObject value ? new() { Code = Text(value, "code"), Description = Text(value, "description") } : null;

    private static PostalAddress? Address(JsonObject values, string name)
    {
        var parts = values[name]!.AsObject();
        var address = new PostalAddress
        {
            Street = Text(parts, AddressParts.Street),
            City = Text(parts, "city"),
            State = Text(parts, "state"),
            CountryCode = Text(parts, "countryLetterCode"),
            PostalCode = Text(parts, "postalCode"),
        };
        return address == new PostalAddress() ? null : address;
    }
}
