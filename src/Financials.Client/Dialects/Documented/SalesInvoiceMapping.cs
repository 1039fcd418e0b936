using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="SalesInvoice"/>.</summary>
internal sealed class SalesInvoiceMapping : WritableMapping<SalesInvoice, Wire.SalesInvoice>
{
    public static SalesInvoiceMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(DocumentedDialect.Name)
    {
        { nameof(SalesInvoice.Id), "id" },
        { nameof(SalesInvoice.Number), "number" },
        { nameof(SalesInvoice.ExternalDocumentNumber), "externalDocumentNumber" },
        { nameof(SalesInvoice.InvoiceDate), "invoiceDate" },
        { nameof(SalesInvoice.DueDate), "dueDate" },
        { nameof(SalesInvoice.CustomerPurchaseOrderReference), "customerPurchaseOrderReference" },
        { nameof(SalesInvoice.CustomerId), "customerId" },
        { nameof(SalesInvoice.CustomerNumber), "customerNumber" },
        { nameof(SalesInvoice.CustomerName), "customerName" },
        { nameof(SalesInvoice.BillToName), "billToName" },
        { nameof(SalesInvoice.BillToCustomerId), "billToCustomerId" },
        { nameof(SalesInvoice.BillToCustomerNumber), "billToCustomerNumber" },
        { nameof(SalesInvoice.ShipToName), "shipToName" },
        { nameof(SalesInvoice.ShipToContact), "shipToContact" },
        { nameof(SalesInvoice.CurrencyId), "currencyId" },
        { nameof(SalesInvoice.CurrencyCode), "currencyCode" },
        { nameof(SalesInvoice.OrderId), "orderId" },
        { nameof(SalesInvoice.OrderNumber), "orderNumber" },
        { nameof(SalesInvoice.PaymentTermsId), "paymentTermsId" },
        { nameof(SalesInvoice.ShipmentMethodId), "shipmentMethodId" },
        { nameof(SalesInvoice.Salesperson), "salesperson" },
        { nameof(SalesInvoice.PricesIncludeTax), "pricesIncludeTax" },
        { nameof(SalesInvoice.DiscountAmount), "discountAmount" },
        { nameof(SalesInvoice.DiscountAppliedBeforeTax), "discountAppliedBeforeTax" },
        { nameof(SalesInvoice.TotalAmountExcludingTax), "totalAmountExcludingTax" },
        { nameof(SalesInvoice.TotalTaxAmount), "totalTaxAmount" },
        { nameof(SalesInvoice.TotalAmountIncludingTax), "totalAmountIncludingTax" },
        { nameof(SalesInvoice.Status), "status" },
        { nameof(SalesInvoice.PhoneNumber), "phoneNumber" },
        { nameof(SalesInvoice.Email), "email" },
        { nameof(SalesInvoice.LastModified), "lastModifiedDateTime" },
    }
        .WithCompound(nameof(SalesInvoice.SellingPostalAddress), "sellingPostalAddress")
        .WithCompound(nameof(SalesInvoice.BillingPostalAddress), "billingPostalAddress")
        .WithCompound(nameof(SalesInvoice.ShippingPostalAddress), "shippingPostalAddress")
        .WithNavigation(nameof(SalesInvoice.Customer), "customer")
        .WithNavigation(nameof(SalesInvoice.Currency), "currency")
        .WithNavigation(nameof(SalesInvoice.PaymentTerm), "paymentTerm")
        .WithNavigation(nameof(SalesInvoice.ShipmentMethod), "shipmentMethod");

    protected override void Write(Wire.SalesInvoice wire, SalesInvoice now, SalesInvoice before, ref ChangedProperties changed)
    {
        wire.ExternalDocumentNumber = changed.Code(now.ExternalDocumentNumber, before.ExternalDocumentNumber);
        wire.InvoiceDate = changed.Date(now.InvoiceDate, before.InvoiceDate);
        wire.DueDate = changed.Date(now.DueDate, before.DueDate);
        wire.CustomerPurchaseOrderReference = changed.Text(now.CustomerPurchaseOrderReference, before.CustomerPurchaseOrderReference);
        wire.CustomerId = changed.Id(now.CustomerId, before.CustomerId);
        wire.CustomerNumber = changed.Code(now.CustomerNumber, before.CustomerNumber);
        wire.BillToCustomerId = changed.Id(now.BillToCustomerId, before.BillToCustomerId);
        wire.BillToCustomerNumber = changed.Code(now.BillToCustomerNumber, before.BillToCustomerNumber);
        wire.ShipToName = changed.Text(now.ShipToName, before.ShipToName);
        wire.ShipToContact = changed.Text(now.ShipToContact, before.ShipToContact);
        wire.SellingPostalAddress = changed.Object(nameof(SalesInvoice.SellingPostalAddress), now.SellingPostalAddress, before.SellingPostalAddress, AddressMapping.ToWire, AddressMapping.Agree);
        wire.ShippingPostalAddress = changed.Object(nameof(SalesInvoice.ShippingPostalAddress), now.ShippingPostalAddress, before.ShippingPostalAddress, AddressMapping.ToWire, AddressMapping.Agree);
        wire.CurrencyId = changed.Id(now.CurrencyId, before.CurrencyId);
        wire.CurrencyCode = changed.Code(now.CurrencyCode, before.CurrencyCode);
        wire.PaymentTermsId = changed.Id(now.PaymentTermsId, before.PaymentTermsId);
        wire.ShipmentMethodId = changed.Id(now.ShipmentMethodId, before.ShipmentMethodId);
        wire.Salesperson = changed.Code(now.Salesperson, before.Salesperson);
        wire.DiscountAmount = changed.Amount(nameof(SalesInvoice.DiscountAmount), now.DiscountAmount, before.DiscountAmount);
        wire.PhoneNumber = changed.Text(now.PhoneNumber, before.PhoneNumber);
        wire.Email = changed.Text(now.Email, before.Email);
        changed.Refuse(nameof(SalesInvoice.PostingDate), now.PostingDate, before.PostingDate);
        changed.Refuse(nameof(SalesInvoice.PromisedPayDate), now.PromisedPayDate, before.PromisedPayDate);
    }

    protected override SalesInvoice ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? number = null;
        string? externalDocumentNumber = null;
        DateOnly? invoiceDate = null;
        DateOnly? dueDate = null;
        string? customerPurchaseOrderReference = null;
        Guid? customerId = null;
        string? customerNumber = null;
        string? customerName = null;
        string? billToName = null;
        Guid? billToCustomerId = null;
        string? billToCustomerNumber = null;
        string? shipToName = null;
        string? shipToContact = null;
        PostalAddress? sellingPostalAddress = null;
        PostalAddress? billingPostalAddress = null;
        PostalAddress? shippingPostalAddress = null;
        Guid? currencyId = null;
        string? currencyCode = null;
        Guid? orderId = null;
        string? orderNumber = null;
        Guid? paymentTermsId = null;
        Guid? shipmentMethodId = null;
        string? salesperson = null;
        bool? pricesIncludeTax = null;
        decimal? discountAmount = null;
        bool? discountAppliedBeforeTax = null;
        decimal? totalAmountExcludingTax = null;
        decimal? totalTaxAmount = null;
        decimal? totalAmountIncludingTax = null;
        SalesInvoiceStatus? status = null;
        string? phoneNumber = null;
        string? email = null;
        DateTimeOffset? lastModified = null;
        Customer? customer = null;
        Currency? currency = null;
        PaymentTerm? paymentTerm = null;
        ShipmentMethod? shipmentMethod = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(SalesInvoice.Id): id = record.Id(); break;
                case nameof(SalesInvoice.ETag): etag = record.ETag(); break;
                case nameof(SalesInvoice.Number): number = record.Text(); break;
                case nameof(SalesInvoice.ExternalDocumentNumber): externalDocumentNumber = record.Text(); break;
                case nameof(SalesInvoice.InvoiceDate): invoiceDate = record.Date(); break;
                case nameof(SalesInvoice.DueDate): dueDate = record.Date(); break;
                case nameof(SalesInvoice.CustomerPurchaseOrderReference): customerPurchaseOrderReference = record.Text(); break;
                case nameof(SalesInvoice.CustomerId): customerId = record.Id(); break;
                case nameof(SalesInvoice.CustomerNumber): customerNumber = record.Text(); break;
                case nameof(SalesInvoice.CustomerName): customerName = record.Text(); break;
                case nameof(SalesInvoice.BillToName): billToName = record.Text(); break;
                case nameof(SalesInvoice.BillToCustomerId): billToCustomerId = record.Id(); break;
                case nameof(SalesInvoice.BillToCustomerNumber): billToCustomerNumber = record.Text(); break;
                case nameof(SalesInvoice.ShipToName): shipToName = record.Text(); break;
                case nameof(SalesInvoice.ShipToContact): shipToContact = record.Text(); break;
                case nameof(SalesInvoice.SellingPostalAddress): sellingPostalAddress = AddressMapping.Read(ref record); break;
                case nameof(SalesInvoice.BillingPostalAddress): billingPostalAddress = AddressMapping.Read(ref record); break;
                case nameof(SalesInvoice.ShippingPostalAddress): shippingPostalAddress = AddressMapping.Read(ref record); break;
                case nameof(SalesInvoice.CurrencyId): currencyId = record.Id(); break;
                case nameof(SalesInvoice.CurrencyCode): currencyCode = record.Text(); break;
                case nameof(SalesInvoice.OrderId): orderId = record.Id(); break;
                case nameof(SalesInvoice.OrderNumber): orderNumber = record.Text(); break;
                case nameof(SalesInvoice.PaymentTermsId): paymentTermsId = record.Id(); break;
                case nameof(SalesInvoice.ShipmentMethodId): shipmentMethodId = record.Id(); break;
                case nameof(SalesInvoice.Salesperson): salesperson = record.Text(); break;
                case nameof(SalesInvoice.PricesIncludeTax): pricesIncludeTax = record.Boolean(); break;
                case nameof(SalesInvoice.DiscountAmount): discountAmount = record.Decimal(); break;
                case nameof(SalesInvoice.DiscountAppliedBeforeTax): discountAppliedBeforeTax = record.Boolean(); break;
                case nameof(SalesInvoice.TotalAmountExcludingTax): totalAmountExcludingTax = record.Decimal(); break;
                case nameof(SalesInvoice.TotalTaxAmount): totalTaxAmount = record.Decimal(); break;
                case nameof(SalesInvoice.TotalAmountIncludingTax): totalAmountIncludingTax = record.Decimal(); break;
                case nameof(SalesInvoice.Status): status = record.Option() is { } option ? new SalesInvoiceStatus(option) : null; break;
                case nameof(SalesInvoice.PhoneNumber): phoneNumber = record.Text(); break;
                case nameof(SalesInvoice.Email): email = record.Text(); break;
                case nameof(SalesInvoice.LastModified): lastModified = record.Instant(); break;
                case nameof(SalesInvoice.Customer): customer = CustomerMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.Currency): currency = CurrencyMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.PaymentTerm): paymentTerm = PaymentTermMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.ShipmentMethod): shipmentMethod = ShipmentMethodMapping.Instance.ReadRelated(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Number = number,
            ExternalDocumentNumber = externalDocumentNumber,
            InvoiceDate = invoiceDate,
            DueDate = dueDate,
            CustomerPurchaseOrderReference = customerPurchaseOrderReference,
            CustomerId = customerId,
            CustomerNumber = customerNumber,
            CustomerName = customerName,
            BillToName = billToName,
            BillToCustomerId = billToCustomerId,
            BillToCustomerNumber = billToCustomerNumber,
            ShipToName = shipToName,
            ShipToContact = shipToContact,
            SellingPostalAddress = sellingPostalAddress,
            BillingPostalAddress = billingPostalAddress,
            ShippingPostalAddress = shippingPostalAddress,
            CurrencyId = currencyId,
            CurrencyCode = currencyCode,
            OrderId = orderId,
            OrderNumber = orderNumber,
            PaymentTermsId = paymentTermsId,
            ShipmentMethodId = shipmentMethodId,
            Salesperson = salesperson,
            PricesIncludeTax = pricesIncludeTax,
            DiscountAmount = discountAmount,
            DiscountAppliedBeforeTax = discountAppliedBeforeTax,
            TotalAmountExcludingTax = totalAmountExcludingTax,
            TotalTaxAmount = totalTaxAmount,
            TotalAmountIncludingTax = totalAmountIncludingTax,
            Status = status,
            PhoneNumber = phoneNumber,
            Email = email,
            LastModified = lastModified,
            Customer = customer,
            Currency = currency,
            PaymentTerm = paymentTerm,
            ShipmentMethod = shipmentMethod,
        };
    }
}
