using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="SalesInvoice"/>.</summary>
internal sealed class SalesInvoiceMapping : EntityMapping<SalesInvoice, Wire.SalesInvoice, Wire.SalesInvoiceCollection>
{
    public static SalesInvoiceMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(SalesInvoice.Id)] = "id",
        [nameof(SalesInvoice.Number)] = "number",
        [nameof(SalesInvoice.ExternalDocumentNumber)] = "externalDocumentNumber",
        [nameof(SalesInvoice.InvoiceDate)] = "invoiceDate",
        [nameof(SalesInvoice.DueDate)] = "dueDate",
        [nameof(SalesInvoice.CustomerPurchaseOrderReference)] = "customerPurchaseOrderReference",
        [nameof(SalesInvoice.CustomerId)] = "customerId",
        [nameof(SalesInvoice.CustomerNumber)] = "customerNumber",
        [nameof(SalesInvoice.CustomerName)] = "customerName",
        [nameof(SalesInvoice.BillToName)] = "billToName",
        [nameof(SalesInvoice.BillToCustomerId)] = "billToCustomerId",
        [nameof(SalesInvoice.BillToCustomerNumber)] = "billToCustomerNumber",
        [nameof(SalesInvoice.ShipToName)] = "shipToName",
        [nameof(SalesInvoice.ShipToContact)] = "shipToContact",
        [nameof(SalesInvoice.CurrencyId)] = "currencyId",
        [nameof(SalesInvoice.CurrencyCode)] = "currencyCode",
        [nameof(SalesInvoice.OrderId)] = "orderId",
        [nameof(SalesInvoice.OrderNumber)] = "orderNumber",
        [nameof(SalesInvoice.PaymentTermsId)] = "paymentTermsId",
        [nameof(SalesInvoice.ShipmentMethodId)] = "shipmentMethodId",
        [nameof(SalesInvoice.Salesperson)] = "salesperson",
        [nameof(SalesInvoice.PricesIncludeTax)] = "pricesIncludeTax",
        [nameof(SalesInvoice.DiscountAmount)] = "discountAmount",
        [nameof(SalesInvoice.DiscountAppliedBeforeTax)] = "discountAppliedBeforeTax",
        [nameof(SalesInvoice.TotalAmountExcludingTax)] = "totalAmountExcludingTax",
        [nameof(SalesInvoice.TotalTaxAmount)] = "totalTaxAmount",
        [nameof(SalesInvoice.TotalAmountIncludingTax)] = "totalAmountIncludingTax",
        [nameof(SalesInvoice.Status)] = "status",
        [nameof(SalesInvoice.PhoneNumber)] = "phoneNumber",
        [nameof(SalesInvoice.Email)] = "email",
        [nameof(SalesInvoice.LastModified)] = "lastModifiedDateTime",
    };

    public override IReadOnlyDictionary<string, string> Compounds { get; } = new Dictionary<string, string>
    {
        [nameof(SalesInvoice.SellingPostalAddress)] = "sellingPostalAddress",
        [nameof(SalesInvoice.BillingPostalAddress)] = "billingPostalAddress",
        [nameof(SalesInvoice.ShippingPostalAddress)] = "shippingPostalAddress",
    };

    public override IReadOnlyDictionary<string, string> Navigations { get; } = new Dictionary<string, string>
    {
        [nameof(SalesInvoice.Customer)] = "customer",
        [nameof(SalesInvoice.Currency)] = "currency",
        [nameof(SalesInvoice.PaymentTerm)] = "paymentTerm",
        [nameof(SalesInvoice.ShipmentMethod)] = "shipmentMethod",
    };

    public override List<Wire.SalesInvoice>? Rows(Wire.SalesInvoiceCollection page) => page.Value;

    public override string? NextLink(Wire.SalesInvoiceCollection page) => page.OdataNextLink;

    protected override void Write(Wire.SalesInvoice wire, SalesInvoice now, SalesInvoice before, ref ChangedMembers changed)
    {
        wire.ExternalDocumentNumber = changed.Text(now.ExternalDocumentNumber, before.ExternalDocumentNumber);
        wire.InvoiceDate = changed.Date(now.InvoiceDate, before.InvoiceDate);
        wire.DueDate = changed.Date(now.DueDate, before.DueDate);
        wire.CustomerPurchaseOrderReference = changed.Text(now.CustomerPurchaseOrderReference, before.CustomerPurchaseOrderReference);
        wire.CustomerId = changed.Id(now.CustomerId, before.CustomerId);
        wire.CustomerNumber = changed.Code(now.CustomerNumber, before.CustomerNumber);
        wire.BillToCustomerId = changed.Id(now.BillToCustomerId, before.BillToCustomerId);
        wire.BillToCustomerNumber = changed.Code(now.BillToCustomerNumber, before.BillToCustomerNumber);
        wire.ShipToName = changed.Text(now.ShipToName, before.ShipToName);
        wire.ShipToContact = changed.Text(now.ShipToContact, before.ShipToContact);
        wire.SellingPostalAddress = changed.Object("sellingPostalAddress", now.SellingPostalAddress, before.SellingPostalAddress, AddressMapping.ToWire, AddressMapping.Agree);
        wire.ShippingPostalAddress = changed.Object("shippingPostalAddress", now.ShippingPostalAddress, before.ShippingPostalAddress, AddressMapping.ToWire, AddressMapping.Agree);
        wire.CurrencyId = changed.Id(now.CurrencyId, before.CurrencyId);
        wire.CurrencyCode = changed.Code(now.CurrencyCode, before.CurrencyCode);
        wire.PaymentTermsId = changed.Id(now.PaymentTermsId, before.PaymentTermsId);
        wire.ShipmentMethodId = changed.Id(now.ShipmentMethodId, before.ShipmentMethodId);
        wire.Salesperson = changed.Code(now.Salesperson, before.Salesperson);
        wire.DiscountAmount = changed.Value("discountAmount", now.DiscountAmount, before.DiscountAmount);
        wire.PhoneNumber = changed.Text(now.PhoneNumber, before.PhoneNumber);
        wire.Email = changed.Text(now.Email, before.Email);
    }

    protected override SalesInvoice Read(Wire.SalesInvoice wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Number = WireValues.Text(wire.Number),
        ExternalDocumentNumber = WireValues.Text(wire.ExternalDocumentNumber),
        InvoiceDate = WireValues.Date(wire.InvoiceDate),
        DueDate = WireValues.Date(wire.DueDate),
        CustomerPurchaseOrderReference = WireValues.Text(wire.CustomerPurchaseOrderReference),
        CustomerId = WireValues.Id(wire.CustomerId),
        CustomerNumber = WireValues.Text(wire.CustomerNumber),
        CustomerName = WireValues.Text(wire.CustomerName),
        BillToName = WireValues.Text(wire.BillToName),
        BillToCustomerId = WireValues.Id(wire.BillToCustomerId),
        BillToCustomerNumber = WireValues.Text(wire.BillToCustomerNumber),
        ShipToName = WireValues.Text(wire.ShipToName),
        ShipToContact = WireValues.Text(wire.ShipToContact),
        SellingPostalAddress = AddressMapping.ToModel(wire.SellingPostalAddress),
        BillingPostalAddress = AddressMapping.ToModel(wire.BillingPostalAddress),
        ShippingPostalAddress = AddressMapping.ToModel(wire.ShippingPostalAddress),
        CurrencyId = WireValues.Id(wire.CurrencyId),
        CurrencyCode = WireValues.Text(wire.CurrencyCode),
        OrderId = WireValues.Id(wire.OrderId),
        OrderNumber = WireValues.Text(wire.OrderNumber),
        PaymentTermsId = WireValues.Id(wire.PaymentTermsId),
        ShipmentMethodId = WireValues.Id(wire.ShipmentMethodId),
        Salesperson = WireValues.Text(wire.Salesperson),
        PricesIncludeTax = wire.PricesIncludeTax,
        DiscountAmount = wire.DiscountAmount,
        DiscountAppliedBeforeTax = wire.DiscountAppliedBeforeTax,
        TotalAmountExcludingTax = wire.TotalAmountExcludingTax,
        TotalTaxAmount = wire.TotalTaxAmount,
        TotalAmountIncludingTax = wire.TotalAmountIncludingTax,
        Status = WireValues.Option(wire.Status) is { } status ? new SalesInvoiceStatus(status) : null,
        PhoneNumber = WireValues.Text(wire.PhoneNumber),
        Email = WireValues.Text(wire.Email),
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
        Customer = wire.Customer is { } customer ? CustomerMapping.Instance.ToModel(customer) : null,
        Currency = wire.Currency is { } currency ? CurrencyMapping.Instance.ToModel(currency) : null,
        PaymentTerm = wire.PaymentTerm is { } paymentTerm ? PaymentTermMapping.Instance.ToModel(paymentTerm) : null,
        ShipmentMethod = wire.ShipmentMethod is { } shipmentMethod ? ShipmentMethodMapping.Instance.ToModel(shipmentMethod) : null,
    };
}
