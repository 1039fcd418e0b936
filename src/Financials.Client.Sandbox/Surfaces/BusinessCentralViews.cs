using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>The entities of Business Central's API v2.0, as differences to what is stored.</summary>
internal static class BusinessCentralViews
{
    private const string JournalName = "journalDisplayName";

    private static readonly string[] OfCustomer = ["addressLine1", "addressLine2", "city", "state", "country", "postalCode"];
    private static readonly string[] OfDocument = ["AddressLine1", "AddressLine2", "City", "State", "Country", "PostCode"];

    private static readonly EntityView Currency = View(EntityTypes.Currency);
    private static readonly EntityView PaymentTerm = View(EntityTypes.PaymentTerm);
    private static readonly EntityView PaymentMethod = View(EntityTypes.PaymentMethod);
    private static readonly EntityView ShipmentMethod = View(EntityTypes.ShipmentMethod);

    private static readonly EntityView Customer = View(
        EntityTypes.Customer,
        without: ["paymentTerms", "shipmentMethod", "paymentMethod", "balance", "overdueAmount", "totalSalesExcludingTax"],
        addresses: new() { ["address"] = OfCustomer },
        own: [new(Amount("balanceDue"), values => values.Decimal("overdueAmount"))],
        navigations:
        [
            To("currency", () => Currency),
            To("paymentTerm", () => PaymentTerm),
            To("shipmentMethod", () => ShipmentMethod),
            To("paymentMethod", () => PaymentMethod),
            To("customerFinancialDetail", () => FinancialDetail!),
            Many("defaultDimensions", () => DefaultDimension!),
        ]);

    private static readonly EntityView Payment = View(
        EntityTypes.Payment,
        without: ["contactId", JournalName],
        own: [Column.PassedOverInACreate(EntityTypes.Payment.Member(JournalName)!)],
        navigations: [To("customer", () => Customer), To("customerPaymentJournal", () => Journal!), Many("dimensionSetLines", () => DimensionSetLine!)]);

    private static readonly EntityView Journal = View(
        EntityTypes.Journal,
        navigations: [Many("customerPayments", () => Payment)]);

    private static readonly EntityView Invoice = View(
        EntityTypes.Invoice,
        addresses: new()
        {
            ["sellingPostalAddress"] = [.. OfDocument.Select(part => $"sellTo{part}")],
            ["billingPostalAddress"] = [.. OfDocument.Select(part => $"billTo{part}")],
            ["shippingPostalAddress"] = [.. OfDocument.Select(part => $"shipTo{part}")],
        },
        navigations:
        [
            To("customer", () => Customer),
            To("currency", () => Currency),
            To("paymentTerm", () => PaymentTerm),
            To("shipmentMethod", () => ShipmentMethod),
            To("pdfDocument", () => PdfDocument!),
            Many("salesInvoiceLines", () => InvoiceLine!),
            Many("dimensionSetLines", () => DimensionSetLine!),
            Many("attachments", () => Attachment!),
        ]);

    private static readonly EntityView InvoiceLine = View(EntityTypes.InvoiceLine, navigations: [To("account", () => Account!)]);

    private static readonly EntityView CreditMemo = View(
        EntityTypes.CreditMemo,
        addresses: new()
        {
            ["sellingPostalAddress"] = [.. OfDocument.Select(part => $"sellTo{part}")],
            ["billingPostalAddress"] = [.. OfDocument.Select(part => $"billTo{part}")],
        },
        navigations: [To("customer", () => Customer), Many("attachments", () => Attachment!)]);

    private static readonly EntityView FinancialDetail = View(EntityTypes.FinancialDetail);
    private static readonly EntityView Account = View(EntityTypes.Account);
    private static readonly EntityView LedgerEntry = View(
        EntityTypes.LedgerEntry,
        navigations: [To("account", () => Account), Many("dimensionSetLines", () => DimensionSetLine!), Many("attachments", () => Attachment!)]);

    private static readonly EntityView DimensionValue = View(EntityTypes.DimensionValue);
    private static readonly EntityView Dimension = View(EntityTypes.Dimension, navigations: [Many("dimensionValues", () => DimensionValue)]);
    private static readonly EntityView DefaultDimension = View(EntityTypes.DefaultDimension);
    private static readonly EntityView DimensionSetLine = View(EntityTypes.DimensionSetLine);

    private static readonly EntityView Attachment = View(
        EntityTypes.Attachment,
        without: ["attachmentContent"],
        own: [Column.At(EntityTypes.Attachment.Member("attachmentContent")!, values => $"attachments({values.Text(Wire.Id)})/attachmentContent", isEditable: true)]);

    private static readonly EntityView PdfDocument = View(
        EntityTypes.PdfDocument,
        without: ["pdfDocumentContent"],
        own: [Column.At(EntityTypes.PdfDocument.Member("pdfDocumentContent")!, values => $"salesInvoices({values.Text(Wire.Id)})/pdfDocument/pdfDocumentContent", isEditable: false)]);

    private static readonly Dictionary<string, EntityView> ByName = new[]
    {
        View(EntityTypes.Company), Currency, PaymentTerm, PaymentMethod, ShipmentMethod, Customer, Payment, Journal, Invoice, View(EntityTypes.GeneralJournal),
        InvoiceLine, CreditMemo, FinancialDetail, Account, LedgerEntry, View(EntityTypes.TaxArea), View(EntityTypes.CountryRegion),
        Dimension, DimensionValue, DefaultDimension, DimensionSetLine, Attachment, PdfDocument,
    }.ToDictionary(view => view.Type.Name, StringComparer.Ordinal);

    /// <summary>All entities that API v2.0 shows.</summary>
    public static IEnumerable<EntityView> All => ByName.Values;

    /// <param name="type">The type as it is stored.</param>
    public static bool Has(EntityType type) => ByName.ContainsKey(type.Name);

    /// <param name="type">The type as it is stored.</param>
    public static EntityView Of(EntityType type) => ByName[type.Name];

    private static EntityView View(
        EntityType stored,
        IReadOnlyList<string>? without = null,
        Dictionary<string, string[]>? addresses = null,
        IReadOnlyList<Column>? own = null,
        IReadOnlyList<QueryNavigation>? navigations = null) => new(
        stored,
        [
            .. stored.Members.Concat(stored.Further)
                .Where(member => without?.Contains(member.Name) != true)
                .SelectMany(member => member.Kind is MemberKind.Address ? Column.OfAddress(member, addresses![member.Name]) : [Column.Of(member)]),
            .. own ?? [],
        ],
        navigations ?? []);

    private static Member Amount(string name) => new(name, MemberKind.Amount) { IsReadOnly = true };

    private static QueryNavigation Many(string name, Func<EntityView> target) => To(name, target) with { IsCollection = true };

    private static QueryNavigation To(string name, Func<EntityView> target) => new(name, () => target().Type.Shape);
}
