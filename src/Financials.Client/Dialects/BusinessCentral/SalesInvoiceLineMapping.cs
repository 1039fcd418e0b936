using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="SalesInvoiceLine"/> as Business Central's API v2.0 has it.</summary>
internal sealed class SalesInvoiceLineMapping : WritableMapping<SalesInvoiceLine, Wire.SalesInvoiceLine>
{
    public static SalesInvoiceLineMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(SalesInvoiceLine.Id), "id" },
        { nameof(SalesInvoiceLine.InvoiceId), "documentId" },
        { nameof(SalesInvoiceLine.Sequence), "sequence" },
        { nameof(SalesInvoiceLine.ItemId), "itemId" },
        { nameof(SalesInvoiceLine.AccountId), "accountId" },
        { nameof(SalesInvoiceLine.Type), "lineType" },
        { nameof(SalesInvoiceLine.ObjectNumber), "lineObjectNumber" },
        { nameof(SalesInvoiceLine.Description), "description" },
        { nameof(SalesInvoiceLine.Description2), "description2" },
        { nameof(SalesInvoiceLine.UnitOfMeasureId), "unitOfMeasureId" },
        { nameof(SalesInvoiceLine.UnitOfMeasureCode), "unitOfMeasureCode" },
        { nameof(SalesInvoiceLine.UnitPrice), "unitPrice" },
        { nameof(SalesInvoiceLine.Quantity), "quantity" },
        { nameof(SalesInvoiceLine.DiscountAmount), "discountAmount" },
        { nameof(SalesInvoiceLine.DiscountPercent), "discountPercent" },
        { nameof(SalesInvoiceLine.DiscountAppliedBeforeTax), "discountAppliedBeforeTax" },
        { nameof(SalesInvoiceLine.AmountExcludingTax), "amountExcludingTax" },
        { nameof(SalesInvoiceLine.TaxCode), "taxCode" },
        { nameof(SalesInvoiceLine.TaxPercent), "taxPercent" },
        { nameof(SalesInvoiceLine.TotalTaxAmount), "totalTaxAmount" },
        { nameof(SalesInvoiceLine.AmountIncludingTax), "amountIncludingTax" },
        { nameof(SalesInvoiceLine.InvoiceDiscountAllocation), "invoiceDiscountAllocation" },
        { nameof(SalesInvoiceLine.NetAmount), "netAmount" },
        { nameof(SalesInvoiceLine.NetTaxAmount), "netTaxAmount" },
        { nameof(SalesInvoiceLine.NetAmountIncludingTax), "netAmountIncludingTax" },
        { nameof(SalesInvoiceLine.ShipmentDate), "shipmentDate" },
        { nameof(SalesInvoiceLine.ItemVariantId), "itemVariantId" },
        { nameof(SalesInvoiceLine.LocationId), "locationId" },
    };

    protected override void Write(Wire.SalesInvoiceLine wire, SalesInvoiceLine now, SalesInvoiceLine before, ref ChangedProperties changed)
    {
        wire.Sequence = changed.Value(nameof(SalesInvoiceLine.Sequence), now.Sequence, before.Sequence);
        wire.ItemId = changed.Id(now.ItemId, before.ItemId);
        wire.AccountId = changed.Id(now.AccountId, before.AccountId);
        wire.LineType = OptionName.Encoded(changed.Option(now.Type?.Value, before.Type?.Value));
        wire.LineObjectNumber = changed.Code(now.ObjectNumber, before.ObjectNumber);
        wire.Description = changed.Text(now.Description, before.Description);
        wire.Description2 = changed.Text(now.Description2, before.Description2);
        wire.UnitOfMeasureId = changed.Id(now.UnitOfMeasureId, before.UnitOfMeasureId);
        wire.UnitOfMeasureCode = changed.Code(now.UnitOfMeasureCode, before.UnitOfMeasureCode);
        wire.UnitPrice = changed.Value(nameof(SalesInvoiceLine.UnitPrice), now.UnitPrice, before.UnitPrice);
        wire.Quantity = changed.Value(nameof(SalesInvoiceLine.Quantity), now.Quantity, before.Quantity);
        wire.DiscountAmount = changed.Amount(nameof(SalesInvoiceLine.DiscountAmount), now.DiscountAmount, before.DiscountAmount);
        wire.DiscountPercent = changed.Value(nameof(SalesInvoiceLine.DiscountPercent), now.DiscountPercent, before.DiscountPercent);
        wire.TaxCode = changed.Code(now.TaxCode, before.TaxCode);
        wire.ShipmentDate = changed.Date(now.ShipmentDate, before.ShipmentDate);
        wire.ItemVariantId = changed.Id(now.ItemVariantId, before.ItemVariantId);
        wire.LocationId = changed.Id(now.LocationId, before.LocationId);
    }

    protected override SalesInvoiceLine ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        Guid? invoiceId = null;
        int? sequence = null;
        Guid? itemId = null;
        Guid? accountId = null;
        SalesInvoiceLineType? type = null;
        string? objectNumber = null;
        string? description = null;
        string? description2 = null;
        Guid? unitOfMeasureId = null;
        string? unitOfMeasureCode = null;
        decimal? unitPrice = null;
        decimal? quantity = null;
        decimal? discountAmount = null;
        decimal? discountPercent = null;
        bool? discountAppliedBeforeTax = null;
        decimal? amountExcludingTax = null;
        string? taxCode = null;
        decimal? taxPercent = null;
        decimal? totalTaxAmount = null;
        decimal? amountIncludingTax = null;
        decimal? invoiceDiscountAllocation = null;
        decimal? netAmount = null;
        decimal? netTaxAmount = null;
        decimal? netAmountIncludingTax = null;
        DateOnly? shipmentDate = null;
        Guid? itemVariantId = null;
        Guid? locationId = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(SalesInvoiceLine.Id): id = record.Id(); break;
                case nameof(SalesInvoiceLine.ETag): etag = record.ETag(); break;
                case nameof(SalesInvoiceLine.InvoiceId): invoiceId = record.Id(); break;
                case nameof(SalesInvoiceLine.Sequence): sequence = record.Integer(); break;
                case nameof(SalesInvoiceLine.ItemId): itemId = record.Id(); break;
                case nameof(SalesInvoiceLine.AccountId): accountId = record.Id(); break;
                case nameof(SalesInvoiceLine.Type): type = OptionName.Decoded(record.Option()) is { } typeName ? new SalesInvoiceLineType(typeName) : null; break;
                case nameof(SalesInvoiceLine.ObjectNumber): objectNumber = record.Text(); break;
                case nameof(SalesInvoiceLine.Description): description = record.Text(); break;
                case nameof(SalesInvoiceLine.Description2): description2 = record.Text(); break;
                case nameof(SalesInvoiceLine.UnitOfMeasureId): unitOfMeasureId = record.Id(); break;
                case nameof(SalesInvoiceLine.UnitOfMeasureCode): unitOfMeasureCode = record.Text(); break;
                case nameof(SalesInvoiceLine.UnitPrice): unitPrice = record.Decimal(); break;
                case nameof(SalesInvoiceLine.Quantity): quantity = record.Decimal(); break;
                case nameof(SalesInvoiceLine.DiscountAmount): discountAmount = record.Decimal(); break;
                case nameof(SalesInvoiceLine.DiscountPercent): discountPercent = record.Decimal(); break;
                case nameof(SalesInvoiceLine.DiscountAppliedBeforeTax): discountAppliedBeforeTax = record.Boolean(); break;
                case nameof(SalesInvoiceLine.AmountExcludingTax): amountExcludingTax = record.Decimal(); break;
                case nameof(SalesInvoiceLine.TaxCode): taxCode = record.Text(); break;
                case nameof(SalesInvoiceLine.TaxPercent): taxPercent = record.Decimal(); break;
                case nameof(SalesInvoiceLine.TotalTaxAmount): totalTaxAmount = record.Decimal(); break;
                case nameof(SalesInvoiceLine.AmountIncludingTax): amountIncludingTax = record.Decimal(); break;
                case nameof(SalesInvoiceLine.InvoiceDiscountAllocation): invoiceDiscountAllocation = record.Decimal(); break;
                case nameof(SalesInvoiceLine.NetAmount): netAmount = record.Decimal(); break;
                case nameof(SalesInvoiceLine.NetTaxAmount): netTaxAmount = record.Decimal(); break;
                case nameof(SalesInvoiceLine.NetAmountIncludingTax): netAmountIncludingTax = record.Decimal(); break;
                case nameof(SalesInvoiceLine.ShipmentDate): shipmentDate = record.Date(); break;
                case nameof(SalesInvoiceLine.ItemVariantId): itemVariantId = record.Id(); break;
                case nameof(SalesInvoiceLine.LocationId): locationId = record.Id(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            InvoiceId = invoiceId,
            Sequence = sequence,
            ItemId = itemId,
            AccountId = accountId,
            Type = type,
            ObjectNumber = objectNumber,
            Description = description,
            Description2 = description2,
            UnitOfMeasureId = unitOfMeasureId,
            UnitOfMeasureCode = unitOfMeasureCode,
            UnitPrice = unitPrice,
            Quantity = quantity,
            DiscountAmount = discountAmount,
            DiscountPercent = discountPercent,
            DiscountAppliedBeforeTax = discountAppliedBeforeTax,
            AmountExcludingTax = amountExcludingTax,
            TaxCode = taxCode,
            TaxPercent = taxPercent,
            TotalTaxAmount = totalTaxAmount,
            AmountIncludingTax = amountIncludingTax,
            InvoiceDiscountAllocation = invoiceDiscountAllocation,
            NetAmount = netAmount,
            NetTaxAmount = netTaxAmount,
            NetAmountIncludingTax = netAmountIncludingTax,
            ShipmentDate = shipmentDate,
            ItemVariantId = itemVariantId,
            LocationId = locationId,
        };
    }
}
