using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A sales invoice. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record SalesInvoice : IEntity<SalesInvoice>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The invoice number, which the service gives.</summary>
    public string? Number { get; internal init; }

    /// <summary>The number in the customer's own system, at most 35 characters.</summary>
    public string? ExternalDocumentNumber { get; init; }

    /// <summary>The date of the invoice.</summary>
    public DateOnly? InvoiceDate { get; init; }

    /// <summary>The day by which it is to be paid.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The customer's purchase order, at most 35 characters.</summary>
    public string? CustomerPurchaseOrderReference { get; init; }

    /// <summary>The customer; this or <see cref="CustomerNumber"/> is required to create an invoice, and where both are given they must agree.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The customer's number, at most 20 characters.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>The customer's name.</summary>
    public string? CustomerName { get; internal init; }

    /// <summary>Who is billed.</summary>
    public string? BillToName { get; internal init; }

    /// <summary>The customer who is billed.</summary>
    public Guid? BillToCustomerId { get; init; }

    /// <summary>The number of the customer who is billed, at most 20 characters.</summary>
    public string? BillToCustomerNumber { get; init; }

    /// <summary>Whom the goods go to, at most 100 characters.</summary>
    public string? ShipToName { get; init; }

    /// <summary>The contact there, at most 100 characters.</summary>
    public string? ShipToContact { get; init; }

    /// <summary>The customer's address.</summary>
    public PostalAddress? SellingPostalAddress { get; init; }

    /// <summary>The address that is billed.</summary>
    public PostalAddress? BillingPostalAddress { get; internal init; }

    /// <summary>The address that the goods go to.</summary>
    public PostalAddress? ShippingPostalAddress { get; init; }

    /// <summary>The currency; where given together with <see cref="CurrencyCode"/>, the two must agree.</summary>
    public Guid? CurrencyId { get; init; }

    /// <summary>The currency's code.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The order that the invoice comes from.</summary>
    public Guid? OrderId { get; internal init; }

    /// <summary>The number of that order.</summary>
    public string? OrderNumber { get; internal init; }

    /// <summary>The payment terms.</summary>
    public Guid? PaymentTermsId { get; init; }

    /// <summary>The shipment method.</summary>
    public Guid? ShipmentMethodId { get; init; }

    /// <summary>The code of the salesperson, at most 20 characters.</summary>
    public string? Salesperson { get; init; }

    /// <summary>Whether the prices on the lines include tax.</summary>
    public bool? PricesIncludeTax { get; internal init; }

    /// <summary>The discount on the invoice.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>Whether the discount is taken off before tax is calculated.</summary>
    public bool? DiscountAppliedBeforeTax { get; internal init; }

    /// <summary>The total without tax.</summary>
    public decimal? TotalAmountExcludingTax { get; internal init; }

    /// <summary>The tax.</summary>
    public decimal? TotalTaxAmount { get; internal init; }

    /// <summary>The total with tax.</summary>
    public decimal? TotalAmountIncludingTax { get; internal init; }

    /// <summary>How far the invoice has come.</summary>
    public SalesInvoiceStatus? Status { get; internal init; }

    /// <summary>The customer's telephone number, at most 30 characters.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The customer's e-mail address, at most 80 characters.</summary>
    public string? Email { get; init; }

    /// <summary>When the invoice was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The customer; null unless the query asked to expand it.</summary>
    public Customer? Customer { get; internal init; }

    /// <summary>The currency; null unless the query asked to expand it.</summary>
    public Currency? Currency { get; internal init; }

    /// <summary>The payment terms; null unless the query asked to expand them.</summary>
    public PaymentTerm? PaymentTerm { get; internal init; }

    /// <summary>The shipment method; null unless the query asked to expand it.</summary>
    public ShipmentMethod? ShipmentMethod { get; internal init; }

    /// <summary>The day on which the invoice is posted. In Business Central's API v2.0 only: elsewhere null when read, and refused when set.</summary>
    public DateOnly? PostingDate { get; init; }

    /// <summary>
    /// The day on which the customer has promised to pay; it can be set once the invoice is posted. In Business Central's API v2.0 only:
    /// elsewhere null when read, and refused when set.
    /// </summary>
    public DateOnly? PromisedPayDate { get; init; }

    /// <summary>What is not paid yet. In Business Central's API v2.0 only: elsewhere null.</summary>
    public decimal? RemainingAmount { get; internal init; }

    /// <summary>The lines; null unless the query asked to expand them. In Business Central's API v2.0 only.</summary>
    public IReadOnlyList<SalesInvoiceLine>? Lines { get; internal init; }

    Original<SalesInvoice> IEntity<SalesInvoice>.Original { get; set; }
}
