using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <content>Customers and their invoices.</content>
internal static partial class EntityTypes
{
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
        new("paymentTerms", MemberKind.CodeDescription),
        new("shipmentMethod", MemberKind.CodeDescription),
        new("paymentMethod", MemberKind.CodeDescription),
        new("blocked", Option) { Options = [" ", "Ship", "Invoice", "All"] },
        ReadOnly("balance", MemberKind.Amount),
        ReadOnly("overdueAmount", MemberKind.Amount),
        ReadOnly("totalSalesExcludingTax", MemberKind.Amount),
        LastModified,
    ])
    {
        Further = [new("salespersonCode", Code, 20), new("creditLimit", MemberKind.Amount)],
        Navigations = [new("currency", () => Currency.Shape), new("paymentTerm", () => PaymentTerm.Shape)],
    };

    public static EntityType Invoice { get; } = new("salesInvoice", "salesInvoices", "Sales Invoice", "number", "No.",
    [
        IdMember,
        ReadOnly("number", Code, 20),
        new("externalDocumentNumber", Code, 35),
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
        new("discountAmount", MemberKind.Amount),
        ReadOnly("discountAppliedBeforeTax", Flag),
        ReadOnly("totalAmountExcludingTax", MemberKind.Amount),
        ReadOnly("totalTaxAmount", MemberKind.Amount),
        ReadOnly("totalAmountIncludingTax", MemberKind.Amount),
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
            new("disputeStatus", Code, 10),
            ReadOnly("remainingAmount", MemberKind.Amount),
        ],
        Hidden = [new("customerEntryId", Id)],
        Navigations =
        [
            new("customer", () => Customer.Shape),
            new("currency", () => Currency.Shape),
            new("paymentTerm", () => PaymentTerm.Shape),
            new("shipmentMethod", () => ShipmentMethod.Shape),
        ],
    };

    /// <summary>What a customer owes, as a set of its own over the customers.</summary>
    public static EntityType FinancialDetail { get; } = new("customerFinancialDetail", "customerFinancialDetails", "Customer", "number", "No.",
    [
        IdMember,
        ReadOnly("number", Code, 20),
        ReadOnly("balance", MemberKind.Amount),
        ReadOnly("totalSalesExcludingTax", MemberKind.Amount),
        ReadOnly("overdueAmount", MemberKind.Amount),
        LastModified,
    ]);
}
