using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="SalesInvoice"/> as Business Central's API v2.0 has it.</summary>
internal sealed class SalesInvoiceMapping : WritableMapping<SalesInvoice, Wire.SalesInvoice>
{
    private const string SellingPostalAddress = nameof(SalesInvoice.SellingPostalAddress);
    private const string BillingPostalAddress = nameof(SalesInvoice.BillingPostalAddress);
    private const string ShippingPostalAddress = nameof(SalesInvoice.ShippingPostalAddress);

    public static SalesInvoiceMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(SalesInvoice.Id), "id" },
        { nameof(SalesInvoice.Number), "number" },
        { nameof(SalesInvoice.ExternalDocumentNumber), "externalDocumentNumber" },
        { nameof(SalesInvoice.InvoiceDate), "invoiceDate" },
        { nameof(SalesInvoice.PostingDate), "postingDate" },
        { nameof(SalesInvoice.DueDate), "dueDate" },
        { nameof(SalesInvoice.PromisedPayDate), "promisedPayDate" },
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
        { nameof(SalesInvoice.RemainingAmount), "remainingAmount" },
        { nameof(SalesInvoice.DiscountAmount), "discountAmount" },
        { nameof(SalesInvoice.DiscountAppliedBeforeTax), "discountAppliedBeforeTax" },
        { nameof(SalesInvoice.TotalAmountExcludingTax), "totalAmountExcludingTax" },
        { nameof(SalesInvoice.TotalTaxAmount), "totalTaxAmount" },
        { nameof(SalesInvoice.TotalAmountIncludingTax), "totalAmountIncludingTax" },
        { nameof(SalesInvoice.Status), "status" },
        { nameof(SalesInvoice.LastModified), "lastModifiedDateTime" },
        { nameof(SalesInvoice.PhoneNumber), "phoneNumber" },
        { nameof(SalesInvoice.Email), "email" },
    }
        .WithAddress(SellingPostalAddress, "sellToAddressLine1", "sellToAddressLine2", "sellToCity", "sellToState", "sellToCountry", "sellToPostCode")
        .WithAddress(BillingPostalAddress, "billToAddressLine1", "billToAddressLine2", "billToCity", "billToState", "billToCountry", "billToPostCode")
        .WithAddress(ShippingPostalAddress, "shipToAddressLine1", "shipToAddressLine2", "shipToCity", "shipToState", "shipToCountry", "shipToPostCode")
        .WithNavigation(nameof(SalesInvoice.Customer), "customer")
        .WithNavigation(nameof(SalesInvoice.Currency), "currency")
        .WithNavigation(nameof(SalesInvoice.PaymentTerm), "paymentTerm")
        .WithNavigation(nameof(SalesInvoice.ShipmentMethod), "shipmentMethod")
        .WithNavigation(nameof(SalesInvoice.Lines), "salesInvoiceLines");

    protected override void Write(Wire.SalesInvoice wire, SalesInvoice now, SalesInvoice before, ref ChangedProperties changed)
    {
        var (sellingPostalAddress, sellingPostalAddressBefore) = (FlatAddress.Of(now.SellingPostalAddress), FlatAddress.Of(before.SellingPostalAddress));
        var (shippingPostalAddress, shippingPostalAddressBefore) = (FlatAddress.Of(now.ShippingPostalAddress), FlatAddress.Of(before.ShippingPostalAddress));
        wire.ExternalDocumentNumber = changed.Code(now.ExternalDocumentNumber, before.ExternalDocumentNumber);
        wire.InvoiceDate = changed.Date(now.InvoiceDate, before.InvoiceDate);
        wire.PostingDate = changed.Date(now.PostingDate, before.PostingDate);
        wire.DueDate = changed.Date(now.DueDate, before.DueDate);
        wire.PromisedPayDate = changed.Date(now.PromisedPayDate, before.PromisedPayDate);
        wire.CustomerPurchaseOrderReference = changed.Text(now.CustomerPurchaseOrderReference, before.CustomerPurchaseOrderReference);
        wire.CustomerId = changed.Id(now.CustomerId, before.CustomerId);
        wire.CustomerNumber = changed.Code(now.CustomerNumber, before.CustomerNumber);
        wire.BillToCustomerId = changed.Id(now.BillToCustomerId, before.BillToCustomerId);
        wire.BillToCustomerNumber = changed.Code(now.BillToCustomerNumber, before.BillToCustomerNumber);
        wire.ShipToName = changed.Text(now.ShipToName, before.ShipToName);
        wire.ShipToContact = changed.Text(now.ShipToContact, before.ShipToContact);
        wire.SellToAddressLine1 = changed.Text(sellingPostalAddress.Line1, sellingPostalAddressBefore.Line1);
        wire.SellToAddressLine2 = changed.Text(sellingPostalAddress.Line2, sellingPostalAddressBefore.Line2);
        wire.SellToCity = changed.Text(sellingPostalAddress.City, sellingPostalAddressBefore.City);
        wire.SellToState = changed.Text(sellingPostalAddress.State, sellingPostalAddressBefore.State);
        wire.SellToCountry = changed.Code(sellingPostalAddress.Country, sellingPostalAddressBefore.Country);
        wire.SellToPostCode = changed.Code(sellingPostalAddress.PostalCode, sellingPostalAddressBefore.PostalCode);
        wire.ShipToAddressLine1 = changed.Text(shippingPostalAddress.Line1, shippingPostalAddressBefore.Line1);
        wire.ShipToAddressLine2 = changed.Text(shippingPostalAddress.Line2, shippingPostalAddressBefore.Line2);
        wire.ShipToCity = changed.Text(shippingPostalAddress.City, shippingPostalAddressBefore.City);
        wire.ShipToState = changed.Text(shippingPostalAddress.State, shippingPostalAddressBefore.State);
        wire.ShipToCountry = changed.Code(shippingPostalAddress.Country, shippingPostalAddressBefore.Country);
        wire.ShipToPostCode = changed.Code(shippingPostalAddress.PostalCode, shippingPostalAddressBefore.PostalCode);
        wire.CurrencyId = changed.Id(now.CurrencyId, before.CurrencyId);
        wire.CurrencyCode = changed.Code(now.CurrencyCode, before.CurrencyCode);
        wire.PaymentTermsId = changed.Id(now.PaymentTermsId, before.PaymentTermsId);
        wire.ShipmentMethodId = changed.Id(now.ShipmentMethodId, before.ShipmentMethodId);
        wire.Salesperson = changed.Code(now.Salesperson, before.Salesperson);
        wire.DiscountAmount = changed.Amount(nameof(SalesInvoice.DiscountAmount), now.DiscountAmount, before.DiscountAmount);
        wire.PhoneNumber = changed.Text(now.PhoneNumber, before.PhoneNumber);
        wire.Email = changed.Text(now.Email, before.Email);
    }

    protected override SalesInvoice ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? number = null;
        string? externalDocumentNumber = null;
        DateOnly? invoiceDate = null;
        DateOnly? postingDate = null;
        DateOnly? dueDate = null;
        DateOnly? promisedPayDate = null;
        string? customerPurchaseOrderReference = null;
        Guid? customerId = null;
        string? customerNumber = null;
        string? customerName = null;
        string? billToName = null;
        Guid? billToCustomerId = null;
        string? billToCustomerNumber = null;
        string? shipToName = null;
        string? shipToContact = null;
        var sellingPostalAddress = default(FlatAddress);
        var billingPostalAddress = default(FlatAddress);
        var shippingPostalAddress = default(FlatAddress);
        Guid? currencyId = null;
        string? currencyCode = null;
        Guid? orderId = null;
        string? orderNumber = null;
        Guid? paymentTermsId = null;
        Guid? shipmentMethodId = null;
        string? salesperson = null;
        bool? pricesIncludeTax = null;
        decimal? remainingAmount = null;
        decimal? discountAmount = null;
        bool? discountAppliedBeforeTax = null;
        decimal? totalAmountExcludingTax = null;
        decimal? totalTaxAmount = null;
        decimal? totalAmountIncludingTax = null;
        SalesInvoiceStatus? status = null;
        DateTimeOffset? lastModified = null;
        string? phoneNumber = null;
        string? email = null;
        Customer? customer = null;
        Currency? currency = null;
        PaymentTerm? paymentTerm = null;
        ShipmentMethod? shipmentMethod = null;
        IReadOnlyList<SalesInvoiceLine>? lines = null;
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
                case nameof(SalesInvoice.PostingDate): postingDate = record.Date(); break;
                case nameof(SalesInvoice.DueDate): dueDate = record.Date(); break;
                case nameof(SalesInvoice.PromisedPayDate): promisedPayDate = record.Date(); break;
                case nameof(SalesInvoice.CustomerPurchaseOrderReference): customerPurchaseOrderReference = record.Text(); break;
                case nameof(SalesInvoice.CustomerId): customerId = record.Id(); break;
                case nameof(SalesInvoice.CustomerNumber): customerNumber = record.Text(); break;
                case nameof(SalesInvoice.CustomerName): customerName = record.Text(); break;
                case nameof(SalesInvoice.BillToName): billToName = record.Text(); break;
                case nameof(SalesInvoice.BillToCustomerId): billToCustomerId = record.Id(); break;
                case nameof(SalesInvoice.BillToCustomerNumber): billToCustomerNumber = record.Text(); break;
                case nameof(SalesInvoice.ShipToName): shipToName = record.Text(); break;
                case nameof(SalesInvoice.ShipToContact): shipToContact = record.Text(); break;
                case SellingPostalAddress + FlatAddress.LineOne: sellingPostalAddress.Line1 = record.Text(); break;
                case SellingPostalAddress + FlatAddress.LineTwo: sellingPostalAddress.Line2 = record.Text(); break;
                case SellingPostalAddress + FlatAddress.InCity: sellingPostalAddress.City = record.Text(); break;
                case SellingPostalAddress + FlatAddress.InState: sellingPostalAddress.State = record.Text(); break;
                case SellingPostalAddress + FlatAddress.InCountry: sellingPostalAddress.Country = record.Text(); break;
                case SellingPostalAddress + FlatAddress.WithPostalCode: sellingPostalAddress.PostalCode = record.Text(); break;
                case BillingPostalAddress + FlatAddress.LineOne: billingPostalAddress.Line1 = record.Text(); break;
                case BillingPostalAddress + FlatAddress.LineTwo: billingPostalAddress.Line2 = record.Text(); break;
                case BillingPostalAddress + FlatAddress.InCity: billingPostalAddress.City = record.Text(); break;
                case BillingPostalAddress + FlatAddress.InState: billingPostalAddress.State = record.Text(); break;
                case BillingPostalAddress + FlatAddress.InCountry: billingPostalAddress.Country = record.Text(); break;
                case BillingPostalAddress + FlatAddress.WithPostalCode: billingPostalAddress.PostalCode = record.Text(); break;
                case ShippingPostalAddress + FlatAddress.LineOne: shippingPostalAddress.Line1 = record.Text(); break;
                case ShippingPostalAddress + FlatAddress.LineTwo: shippingPostalAddress.Line2 = record.Text(); break;
                case ShippingPostalAddress + FlatAddress.InCity: shippingPostalAddress.City = record.Text(); break;
                case ShippingPostalAddress + FlatAddress.InState: shippingPostalAddress.State = record.Text(); break;
                case ShippingPostalAddress + FlatAddress.InCountry: shippingPostalAddress.Country = record.Text(); break;
                case ShippingPostalAddress + FlatAddress.WithPostalCode: shippingPostalAddress.PostalCode = record.Text(); break;
                case nameof(SalesInvoice.CurrencyId): currencyId = record.Id(); break;
                case nameof(SalesInvoice.CurrencyCode): currencyCode = record.Text(); break;
                case nameof(SalesInvoice.OrderId): orderId = record.Id(); break;
                case nameof(SalesInvoice.OrderNumber): orderNumber = record.Text(); break;
                case nameof(SalesInvoice.PaymentTermsId): paymentTermsId = record.Id(); break;
                case nameof(SalesInvoice.ShipmentMethodId): shipmentMethodId = record.Id(); break;
                case nameof(SalesInvoice.Salesperson): salesperson = record.Text(); break;
                case nameof(SalesInvoice.PricesIncludeTax): pricesIncludeTax = record.Boolean(); break;
                case nameof(SalesInvoice.RemainingAmount): remainingAmount = record.Decimal(); break;
                case nameof(SalesInvoice.DiscountAmount): discountAmount = record.Decimal(); break;
                case nameof(SalesInvoice.DiscountAppliedBeforeTax): discountAppliedBeforeTax = record.Boolean(); break;
                case nameof(SalesInvoice.TotalAmountExcludingTax): totalAmountExcludingTax = record.Decimal(); break;
                case nameof(SalesInvoice.TotalTaxAmount): totalTaxAmount = record.Decimal(); break;
                case nameof(SalesInvoice.TotalAmountIncludingTax): totalAmountIncludingTax = record.Decimal(); break;
                case nameof(SalesInvoice.Status): status = OptionName.Decoded(record.Option()) is { } statusName ? new SalesInvoiceStatus(statusName) : null; break;
                case nameof(SalesInvoice.LastModified): lastModified = record.Instant(); break;
                case nameof(SalesInvoice.PhoneNumber): phoneNumber = record.Text(); break;
                case nameof(SalesInvoice.Email): email = record.Text(); break;
                case nameof(SalesInvoice.Customer): customer = CustomerMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.Currency): currency = CurrencyMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.PaymentTerm): paymentTerm = PaymentTermMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.ShipmentMethod): shipmentMethod = ShipmentMethodMapping.Instance.ReadRelated(ref record); break;
                case nameof(SalesInvoice.Lines): lines = SalesInvoiceLineMapping.Instance.ReadAll(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Number = number,
            ExternalDocumentNumber = externalDocumentNumber,
            InvoiceDate = invoiceDate,
            PostingDate = postingDate,
            DueDate = dueDate,
            PromisedPayDate = promisedPayDate,
            CustomerPurchaseOrderReference = customerPurchaseOrderReference,
            CustomerId = customerId,
            CustomerNumber = customerNumber,
            CustomerName = customerName,
            BillToName = billToName,
            BillToCustomerId = billToCustomerId,
            BillToCustomerNumber = billToCustomerNumber,
            ShipToName = shipToName,
            ShipToContact = shipToContact,
            SellingPostalAddress = sellingPostalAddress.ToModel(),
            BillingPostalAddress = billingPostalAddress.ToModel(),
            ShippingPostalAddress = shippingPostalAddress.ToModel(),
            CurrencyId = currencyId,
            CurrencyCode = currencyCode,
            OrderId = orderId,
            OrderNumber = orderNumber,
            PaymentTermsId = paymentTermsId,
            ShipmentMethodId = shipmentMethodId,
            Salesperson = salesperson,
            PricesIncludeTax = pricesIncludeTax,
            RemainingAmount = remainingAmount,
            DiscountAmount = discountAmount,
            DiscountAppliedBeforeTax = discountAppliedBeforeTax,
            TotalAmountExcludingTax = totalAmountExcludingTax,
            TotalTaxAmount = totalTaxAmount,
            TotalAmountIncludingTax = totalAmountIncludingTax,
            Status = status,
            LastModified = lastModified,
            PhoneNumber = phoneNumber,
            Email = email,
            Customer = customer,
            Currency = currency,
            PaymentTerm = paymentTerm,
            ShipmentMethod = shipmentMethod,
            Lines = lines,
        };
    }
}
