using static Financials.Sandbox.Model.MemberKind;

namespace Financials.Sandbox.Model;

/// <summary>The entities as they are stored, member by member: as the documented surface shows them, and what only another one has.</summary>
internal static class EntityTypes
{
    private static readonly Member IdMember = new(Wire.Id, Id) { IsReadOnly = true };
    private static readonly Member LastModified = new(Wire.LastModified, Instant) { IsReadOnly = true };

    public static EntityType Company { get; } = new("company", "companies", "Company", "name", "Name",
    [
        IdMember,
        ReadOnly("systemVersion", Text),
        ReadOnly("name", Text, 30),
        ReadOnly("displayName", Text, 250),
        ReadOnly("businessProfileId", Text, 250),
    ])
    {
        Further =
        [
            ReadOnly("timestamp", MemberKind.Integer),
            ReadOnly("systemCreatedAt", Instant),
            ReadOnly("systemCreatedBy", Id),
            ReadOnly("systemModifiedAt", Instant),
            ReadOnly("systemModifiedBy", Id),
        ],
    };

    public static EntityType Currency { get; } = new("currency", "currencies", "Currency", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 30),
        new("symbol", Text, 10),
        new("amountDecimalPlaces", Text, 5),
        new("amountRoundingPrecision", MemberKind.Decimal),
        LastModified,
    ]);

    public static EntityType PaymentTerm { get; } = new("paymentTerm", "paymentTerms", "Payment Terms", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 100),
        new("dueDateCalculation", Text),
        new("discountDateCalculation", Text),
        new("discountPercent", MemberKind.Decimal),
        new("calculateDiscountOnCreditMemos", Flag),
        LastModified,
    ]);

    public static EntityType PaymentMethod { get; } =
        new("paymentMethod", "paymentMethods", "Payment Method", "code", "Code", [IdMember, new("code", Code, 10), new("displayName", Text, 100), LastModified]);

    public static EntityType ShipmentMethod { get; } =
        new("shipmentMethod", "shipmentMethods", "Shipment Method", "code", "Code", [IdMember, new("code", Code, 10), new("displayName", Text, 100), LastModified]);

    public static EntityType Customer { get; } = new("customer", "customers", "Customer", "number", "No.",
    [
        IdMember,
        new("number", Code, 20),
        new("displayName", Text, 100),
        new("type", Option) { Options = ["Company", "Person"] },
        new("address", Address),
        new("phoneNumber", Text, 30),
        new("email", Text, 80),
        new("website", Text, 255),
        new("taxLiable", Flag),
        new("taxAreaId", Id),
        ReadOnly("taxAreaDisplayName", Text),
        new("taxRegistrationNumber", Text, 50),
        new("currencyId", Id),
        new("currencyCode", Code, 10),
        new("paymentTermsId", Id),
        new("shipmentMethodId", Id),
        new("paymentMethodId", Id),
        new("paymentTerms", CodeDescription),
        new("shipmentMethod", CodeDescription),
        new("paymentMethod", CodeDescription),
        new("blocked", Option) { Options = [" ", "Ship", "Invoice", "All"] },
        ReadOnly("balance", MemberKind.Decimal),
        ReadOnly("overdueAmount", MemberKind.Decimal),
        ReadOnly("totalSalesExcludingTax", MemberKind.Decimal),
        LastModified,
    ])
    {
        Further = [new("salespersonCode", Code, 20), new("creditLimit", MemberKind.Decimal)],
        Navigations = [new("currency", () => Currency.Shape), new("paymentTerm", () => PaymentTerm.Shape)],
    };

    public static EntityType Payment { get; } = new("customerPayment", "customerPayments", "Gen. Journal Line", "lineNumber", "Line No.",
    [
        IdMember,
        new("journalDisplayName", Code, 10),
        new("lineNumber", MemberKind.Integer),
        new("customerId", Id),
        new("customerNumber", Code, 20),
        new("contactId", Text, 250) { IsWriteOnly = true },
        new("postingDate", Date),
        new("documentNumber", Code, 20),
        new("externalDocumentNumber", Text, 35),
        new("amount", MemberKind.Decimal),
        new("appliesToInvoiceId", Id),
        new("appliesToInvoiceNumber", Code, 20),
        new("description", Text, 100),
        new("comment", Text, 250),
        LastModified,
    ])
    {
        Further = [new("journalId", Id)],
        Navigations = [new("customer", () => Customer.Shape)],
    };

    public static EntityType Journal { get; } = new("customerPaymentJournal", "customerPaymentJournals", "Gen. Journal Batch", "code", "Name",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 100),
        LastModified,
        new("balancingAccountId", Id),
        ReadOnly("balancingAccountNumber", Code, 20),
    ])
    {
        Navigations = [new("customerPayments", () => Payment.Shape, IsCollection: true)],
    };

    public static EntityType Invoice { get; } = new("salesInvoice", "salesInvoices", "Sales Invoice", "number", "No.",
    [
        IdMember,
        ReadOnly("number", Code, 20),
        new("externalDocumentNumber", Text, 35),
        new("invoiceDate", Date),
        new("dueDate", Date),
        new("customerPurchaseOrderReference", Text, 35),
        new("customerId", Id),
        new("customerNumber", Code, 20),
        ReadOnly("customerName", Text, 100),
        ReadOnly("billToName", Text, 100),
        new("billToCustomerId", Id),
        new("billToCustomerNumber", Code, 20),
        new("shipToName", Text, 100),
        new("shipToContact", Text, 100),
        new("sellingPostalAddress", Address),
        ReadOnly("billingPostalAddress", Address),
        new("shippingPostalAddress", Address),
        new("currencyId", Id),
        new("currencyCode", Code, 10),
        ReadOnly("orderId", Id),
        ReadOnly("orderNumber", Code, 20),
        new("paymentTermsId", Id),
        new("shipmentMethodId", Id),
        new("salesperson", Code, 20),
        ReadOnly("pricesIncludeTax", Flag),
        new("discountAmount", MemberKind.Decimal),
        ReadOnly("discountAppliedBeforeTax", Flag),
        ReadOnly("totalAmountExcludingTax", MemberKind.Decimal),
        ReadOnly("totalTaxAmount", MemberKind.Decimal),
        ReadOnly("totalAmountIncludingTax", MemberKind.Decimal),
        new("status", Option) { IsReadOnly = true, Options = [" ", .. InvoiceStatus.All] },
        LastModified,
        new("phoneNumber", Text, 30),
        new("email", Text, 80),
    ])
    {
        Further =
        [
            new("postingDate", Date),
            new("promisedPayDate", Date),
            new("shortcutDimension1Code", Code, 20),
            new("shortcutDimension2Code", Code, 20),
            new("disputeStatusId", Id),
            new("disputeStatus", Text),
        ],
        Navigations =
        [
            new("customer", () => Customer.Shape),
            new("currency", () => Currency.Shape),
            new("paymentTerm", () => PaymentTerm.Shape),
            new("shipmentMethod", () => ShipmentMethod.Shape),
        ],
    };

    private static Member ReadOnly(string name, MemberKind kind, int? maxLength = null) => new(name, kind, maxLength) { IsReadOnly = true };
}
