using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A line of a sales invoice, in Business Central's API v2.0. Immutable: change it with a <c>with</c> expression. A property that is null is one
/// that has no value or that was not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record SalesInvoiceLine : IEntity<SalesInvoiceLine>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The invoice that the line is in.</summary>
    public Guid? InvoiceId { get; internal init; }

    /// <summary>The place in the invoice and, with the invoice, the line's key. The service takes the highest plus 10,000 when it is null; giving one makes a create safe to retry. It cannot be changed.</summary>
    public int? Sequence { get; init; }

    /// <summary>What the line is for.</summary>
    public SalesInvoiceLineType? Type { get; init; }

    /// <summary>The item that is sold; only this or <see cref="AccountId"/> may be given.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>The account that the line is posted to; only this or <see cref="ItemId"/> may be given.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The number of the item or account, at most 20 characters; given together with <see cref="Type"/> instead of an id.</summary>
    public string? ObjectNumber { get; init; }

    /// <summary>The description, at most 100 characters; the service fills it in when it is null.</summary>
    public string? Description { get; init; }

    /// <summary>The second line of the description, at most 50 characters.</summary>
    public string? Description2 { get; init; }

    /// <summary>The unit that <see cref="Quantity"/> counts.</summary>
    public Guid? UnitOfMeasureId { get; init; }

    /// <summary>The code of that unit, at most 10 characters.</summary>
    public string? UnitOfMeasureCode { get; init; }

    /// <summary>How much is sold, with at most 5 decimal places.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The price of one unit.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The discount on the line.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>The discount on the line, in percent.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The code of the tax, at most 50 characters.</summary>
    public string? TaxCode { get; init; }

    /// <summary>The day on which the goods go out.</summary>
    public DateOnly? ShipmentDate { get; init; }

    /// <summary>The variant of the item.</summary>
    public Guid? ItemVariantId { get; init; }

    /// <summary>The location that the goods come from.</summary>
    public Guid? LocationId { get; init; }

    /// <summary>Whether the discount is taken off before tax is calculated.</summary>
    public bool? DiscountAppliedBeforeTax { get; internal init; }

    /// <summary>The amount without tax.</summary>
    public decimal? AmountExcludingTax { get; internal init; }

    /// <summary>The tax, in percent.</summary>
    public decimal? TaxPercent { get; internal init; }

    /// <summary>The tax.</summary>
    public decimal? TotalTaxAmount { get; internal init; }

    /// <summary>The amount with tax.</summary>
    public decimal? AmountIncludingTax { get; internal init; }

    /// <summary>The line's part of the invoice's discount.</summary>
    public decimal? InvoiceDiscountAllocation { get; internal init; }

    /// <summary>The amount less all discounts, without tax.</summary>
    public decimal? NetAmount { get; internal init; }

    /// <summary>The tax on <see cref="NetAmount"/>.</summary>
    public decimal? NetTaxAmount { get; internal init; }

    /// <summary>The amount less all discounts, with tax.</summary>
    public decimal? NetAmountIncludingTax { get; internal init; }

    Original<SalesInvoiceLine> IEntity<SalesInvoiceLine>.Original { get; set; }
}
