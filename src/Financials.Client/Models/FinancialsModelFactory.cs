using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// Makes entities as a service would return them, with the properties that only a service can set. For tests of code that uses
/// this package: such an entity can be updated and deleted like one that was read.
/// </summary>
public static partial class FinancialsModelFactory
{
    private const string MadeUpETag = "W/\"made up for a test\"";

    /// <summary>A Customer as read from a service.</summary>
    /// <param name="customer">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="taxAreaDisplayName">The tax area's name.</param>
    /// <param name="balance">What the customer owes, in the company's currency.</param>
    /// <param name="overdueAmount">The part of the balance that is overdue.</param>
    /// <param name="totalSalesExcludingTax">All sales to the customer, without tax.</param>
    /// <param name="lastModified">When the customer was last changed.</param>
    /// <param name="currency">The currency; null unless the query asked to expand it.</param>
    /// <param name="paymentTerm">The payment terms; null unless the query asked to expand them.</param>
    /// <param name="balanceDue">What the customer owes and is due.</param>
    /// <param name="financialDetails">What the customer owes and has bought; null unless the query asked to expand it.</param>
    public static Customer Customer(
        Customer customer,
        Guid? id = null,
        string? etag = null,
        string? taxAreaDisplayName = null,
        decimal? balance = null,
        decimal? overdueAmount = null,
        decimal? totalSalesExcludingTax = null,
        DateTimeOffset? lastModified = null,
        Currency? currency = null,
        PaymentTerm? paymentTerm = null,
        decimal? balanceDue = null,
        CustomerFinancialDetails? financialDetails = null) =>
        Read(customer with
        {
            Id = id ?? customer.Id ?? Guid.NewGuid(),
            ETag = etag ?? customer.ETag ?? MadeUpETag,
            TaxAreaDisplayName = taxAreaDisplayName,
            Balance = balance,
            OverdueAmount = overdueAmount,
            TotalSalesExcludingTax = totalSalesExcludingTax,
            LastModified = lastModified,
            Currency = currency,
            PaymentTerm = paymentTerm,
            BalanceDue = balanceDue,
            FinancialDetails = financialDetails,
        });

    /// <summary>A CustomerPayment as read from a service.</summary>
    /// <param name="payment">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="lastModified">When the payment was last changed.</param>
    /// <param name="customer">The customer who pays; null unless the query asked to expand it.</param>
    /// <param name="journalId">The journal that the payment is in.</param>
    public static CustomerPayment CustomerPayment(
        CustomerPayment payment,
        Guid? id = null,
        string? etag = null,
        DateTimeOffset? lastModified = null,
        Customer? customer = null,
        Guid? journalId = null) =>
        Read(payment with
        {
            Id = id ?? payment.Id ?? Guid.NewGuid(),
            ETag = etag ?? payment.ETag ?? MadeUpETag,
            LastModified = lastModified,
            Customer = customer,
            JournalId = journalId,
        });

    /// <summary>A PaymentJournal as read from a service.</summary>
    /// <param name="journal">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="balancingAccountNumber">The number of that account.</param>
    /// <param name="lastModified">When the journal was last changed.</param>
    /// <param name="payments">The journal's payments; null unless the query asked to expand them.</param>
    public static PaymentJournal PaymentJournal(
        PaymentJournal journal,
        Guid? id = null,
        string? etag = null,
        string? balancingAccountNumber = null,
        DateTimeOffset? lastModified = null,
        IReadOnlyList<CustomerPayment>? payments = null) =>
        Read(journal with
        {
            Id = id ?? journal.Id ?? Guid.NewGuid(),
            ETag = etag ?? journal.ETag ?? MadeUpETag,
            BalancingAccountNumber = balancingAccountNumber,
            LastModified = lastModified,
            Payments = payments,
        });

    /// <summary>A SalesInvoice as read from a service.</summary>
    /// <param name="invoice">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="number">The invoice number, which the service gives.</param>
    /// <param name="customerName">The customer's name.</param>
    /// <param name="billToName">Who is billed.</param>
    /// <param name="billingPostalAddress">The address that is billed.</param>
    /// <param name="orderId">The order that the invoice comes from.</param>
    /// <param name="orderNumber">The number of that order.</param>
    /// <param name="pricesIncludeTax">Whether the prices on the lines include tax.</param>
    /// <param name="discountAppliedBeforeTax">Whether the discount is taken off before tax is calculated.</param>
    /// <param name="totalAmountExcludingTax">The total without tax.</param>
    /// <param name="totalTaxAmount">The tax.</param>
    /// <param name="totalAmountIncludingTax">The total with tax.</param>
    /// <param name="status">How far the invoice has come.</param>
    /// <param name="lastModified">When the invoice was last changed.</param>
    /// <param name="customer">The customer; null unless the query asked to expand it.</param>
    /// <param name="currency">The currency; null unless the query asked to expand it.</param>
    /// <param name="paymentTerm">The payment terms; null unless the query asked to expand them.</param>
    /// <param name="shipmentMethod">The shipment method; null unless the query asked to expand it.</param>
    /// <param name="remainingAmount">What is not paid yet.</param>
    /// <param name="lines">The lines; null unless the query asked to expand them.</param>
    public static SalesInvoice SalesInvoice(
        SalesInvoice invoice,
        Guid? id = null,
        string? etag = null,
        string? number = null,
        string? customerName = null,
        string? billToName = null,
        PostalAddress? billingPostalAddress = null,
        Guid? orderId = null,
        string? orderNumber = null,
        bool? pricesIncludeTax = null,
        bool? discountAppliedBeforeTax = null,
        decimal? totalAmountExcludingTax = null,
        decimal? totalTaxAmount = null,
        decimal? totalAmountIncludingTax = null,
        SalesInvoiceStatus? status = null,
        DateTimeOffset? lastModified = null,
        Customer? customer = null,
        Currency? currency = null,
        PaymentTerm? paymentTerm = null,
        ShipmentMethod? shipmentMethod = null,
        decimal? remainingAmount = null,
        IReadOnlyList<SalesInvoiceLine>? lines = null) =>
        Read(invoice with
        {
            Id = id ?? invoice.Id ?? Guid.NewGuid(),
            ETag = etag ?? invoice.ETag ?? MadeUpETag,
            Number = number,
            CustomerName = customerName,
            BillToName = billToName,
            BillingPostalAddress = billingPostalAddress,
            OrderId = orderId,
            OrderNumber = orderNumber,
            PricesIncludeTax = pricesIncludeTax,
            DiscountAppliedBeforeTax = discountAppliedBeforeTax,
            TotalAmountExcludingTax = totalAmountExcludingTax,
            TotalTaxAmount = totalTaxAmount,
            TotalAmountIncludingTax = totalAmountIncludingTax,
            Status = status,
            LastModified = lastModified,
            Customer = customer,
            Currency = currency,
            PaymentTerm = paymentTerm,
            ShipmentMethod = shipmentMethod,
            RemainingAmount = remainingAmount,
            Lines = lines,
        });

    /// <summary>A SalesInvoiceLine as read from a service.</summary>
    /// <param name="line">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="invoiceId">The invoice that the line is in.</param>
    /// <param name="discountAppliedBeforeTax">Whether the discount is taken off before tax is calculated.</param>
    /// <param name="amountExcludingTax">The amount without tax.</param>
    /// <param name="taxPercent">The tax, in percent.</param>
    /// <param name="totalTaxAmount">The tax.</param>
    /// <param name="amountIncludingTax">The amount with tax.</param>
    /// <param name="invoiceDiscountAllocation">The line's part of the invoice's discount.</param>
    /// <param name="netAmount">The amount less all discounts, without tax.</param>
    /// <param name="netTaxAmount">The tax on the net amount.</param>
    /// <param name="netAmountIncludingTax">The amount less all discounts, with tax.</param>
    public static SalesInvoiceLine SalesInvoiceLine(
        SalesInvoiceLine line,
        Guid? id = null,
        string? etag = null,
        Guid? invoiceId = null,
        bool? discountAppliedBeforeTax = null,
        decimal? amountExcludingTax = null,
        decimal? taxPercent = null,
        decimal? totalTaxAmount = null,
        decimal? amountIncludingTax = null,
        decimal? invoiceDiscountAllocation = null,
        decimal? netAmount = null,
        decimal? netTaxAmount = null,
        decimal? netAmountIncludingTax = null) =>
        Read(line with
        {
            Id = id ?? line.Id ?? Guid.NewGuid(),
            ETag = etag ?? line.ETag ?? MadeUpETag,
            InvoiceId = invoiceId,
            DiscountAppliedBeforeTax = discountAppliedBeforeTax,
            AmountExcludingTax = amountExcludingTax,
            TaxPercent = taxPercent,
            TotalTaxAmount = totalTaxAmount,
            AmountIncludingTax = amountIncludingTax,
            InvoiceDiscountAllocation = invoiceDiscountAllocation,
            NetAmount = netAmount,
            NetTaxAmount = netTaxAmount,
            NetAmountIncludingTax = netAmountIncludingTax,
        });

    /// <summary>An Attachment as read from a service.</summary>
    /// <param name="attachment">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="byteSize">The size of the content in bytes.</param>
    /// <param name="parentId">The invoice or payment that the file is attached to.</param>
    /// <param name="parentType">What kind of record that is.</param>
    /// <param name="lastModified">When the attachment was last changed.</param>
    public static Attachment Attachment(
        Attachment attachment,
        Guid? id = null,
        string? etag = null,
        int? byteSize = null,
        Guid? parentId = null,
        AttachmentParentType? parentType = null,
        DateTimeOffset? lastModified = null) =>
        Read(attachment with
        {
            Id = id ?? attachment.Id ?? Guid.NewGuid(),
            ETag = etag ?? attachment.ETag ?? MadeUpETag,
            ByteSize = byteSize,
            ParentId = parentId,
            ParentType = parentType,
            LastModified = lastModified,
        });

    /// <summary>A PaymentTerm as read from a service.</summary>
    /// <param name="terms">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static PaymentTerm PaymentTerm(
        PaymentTerm terms,
        Guid? id = null,
        string? etag = null,
        DateTimeOffset? lastModified = null) =>
        Read(terms with
        {
            Id = id ?? terms.Id ?? Guid.NewGuid(),
            ETag = etag ?? terms.ETag ?? MadeUpETag,
            LastModified = lastModified,
        });

    /// <summary>A PaymentMethod as read from a service.</summary>
    /// <param name="method">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static PaymentMethod PaymentMethod(
        PaymentMethod method,
        Guid? id = null,
        string? etag = null,
        DateTimeOffset? lastModified = null) =>
        Read(method with
        {
            Id = id ?? method.Id ?? Guid.NewGuid(),
            ETag = etag ?? method.ETag ?? MadeUpETag,
            LastModified = lastModified,
        });

    /// <summary>A ShipmentMethod as read from a service.</summary>
    /// <param name="method">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static ShipmentMethod ShipmentMethod(
        ShipmentMethod method,
        Guid? id = null,
        string? etag = null,
        DateTimeOffset? lastModified = null) =>
        Read(method with
        {
            Id = id ?? method.Id ?? Guid.NewGuid(),
            ETag = etag ?? method.ETag ?? MadeUpETag,
            LastModified = lastModified,
        });

    /// <summary>A Currency as read from a service.</summary>
    /// <param name="currency">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static Currency Currency(
        Currency currency,
        Guid? id = null,
        string? etag = null,
        DateTimeOffset? lastModified = null) =>
        Read(currency with
        {
            Id = id ?? currency.Id ?? Guid.NewGuid(),
            ETag = etag ?? currency.ETag ?? MadeUpETag,
            LastModified = lastModified,
        });

    /// <summary>A Company as read from a service.</summary>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="systemVersion">The version of the service that the company runs on.</param>
    /// <param name="name">The name by which the service knows the company, at most 30 characters.</param>
    /// <param name="displayName">The name to show, at most 250 characters.</param>
    /// <param name="businessProfileId">The business profile.</param>
    /// <param name="created">When the company was created.</param>
    /// <param name="lastModified">When the company was last changed.</param>
    public static Company Company(
        Guid? id = null,
        string? etag = null,
        string? systemVersion = null,
        string? name = null,
        string? displayName = null,
        string? businessProfileId = null,
        DateTimeOffset? created = null,
        DateTimeOffset? lastModified = null) =>
        Read(new Company
        {
            Id = id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            SystemVersion = systemVersion,
            Name = name,
            DisplayName = displayName,
            BusinessProfileId = businessProfileId,
            Created = created,
            LastModified = lastModified,
        });

    private static TModel Read<TModel>(TModel entity)
        where TModel : class, IEntity<TModel>
    {
        entity.Original = new(entity);
        return entity;
    }
}
