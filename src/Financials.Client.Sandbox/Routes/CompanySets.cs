using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Rules;

namespace Financials.Client.Sandbox.Routes;

/// <summary>The sets of a company, and the ways between their entities.</summary>
/// <param name="store">Where the entities are.</param>
/// <param name="company">The company.</param>
internal sealed class CompanySets(Store store, CompanyData company)
{
    private static readonly HashSet<EntityType> ReadOnly = [EntityTypes.Account, EntityTypes.LedgerEntry, EntityTypes.CreditMemo, EntityTypes.Dimension];

    public EntitySet Customers => Of(company.Customers);

    /// <summary>A set that hangs off the company itself; null where there is none of that name.</summary>
    public EntitySet? Find(string setName) =>
        setName == EntityTypes.FinancialDetail.SetName
            ? new(store, company.Customers, new NoRules(store, company), setName) { Type = EntityTypes.FinancialDetail, IsReadOnly = true }
            : company.Tables.FirstOrDefault(table => table.Type.SetName == setName) is { } table ? Of(table) : null;

    /// <summary>The journals of a template, as the set of all journals shows them; null where there is no such template.</summary>
    public EntitySet? JournalsOf(string template)
    {
        var table = template switch
        {
            JournalTemplate.General => company.GeneralJournals,
            JournalTemplate.CashReceipts => company.Journals,
            _ => null,
        };
        return table is null ? null : new(store, table, RulesOf(table.Type), EntityTypes.GeneralJournal.SetName) { Type = EntityTypes.GeneralJournal };
    }

    public EntitySet PaymentsOf(Entity journal) => new(
        store, company.Payments.Of(journal.Id), new PaymentRules(store, company, journal), $"customerPaymentJournals/{Wire.Text(journal.Id)}/customerPayments");

    /// <summary>The set that hangs off an entity; null where it has none of that name.</summary>
    public EntitySet? Behind(EntityType type, Entity entity, string navigation)
    {
        EntitySet Children(ChildTables children, EntityRules rules, bool isReadOnly = false) =>
            new(store, children.Of(entity.Id), rules, $"{type.SetName}/{Wire.Text(entity.Id)}/{navigation}") { IsReadOnly = isReadOnly };

        return (type.Name, navigation) switch
        {
            ("customerPaymentJournal", "customerPayments") => PaymentsOf(entity),
            ("salesInvoice", "salesInvoiceLines") => Children(company.InvoiceLines, new InvoiceLineRules(store, company, entity)),
            ("salesInvoice", "attachments") => AttachmentsOf(entity.Id, "Sales Invoice"),
            ("salesCreditMemo", "attachments") => AttachmentsOf(entity.Id, "Sales Credit Memo"),
            ("salesInvoice", "dimensionSetLines") => Children(company.DimensionSetLines, new DimensionLineRules(store, company, entity.Id, "Sales Invoice")),
            ("customerPayment", "dimensionSetLines") => Children(company.DimensionSetLines, new DimensionLineRules(store, company, entity.Id, "Journal Line")),
            ("customer", "defaultDimensions") => Children(company.DefaultDimensions, new DefaultDimensionRules(store, company, entity)),
            ("generalLedgerEntry", "dimensionSetLines") => Children(company.DimensionSetLines, new NoRules(store, company), isReadOnly: true),
            ("generalLedgerEntry", "attachments") => Children(company.Attachments, new NoRules(store, company), isReadOnly: true),
            ("dimension", "dimensionValues") => Children(company.DimensionValues, new NoRules(store, company), isReadOnly: true),
            _ => null,
        };
    }

    /// <summary>The files of an entity.</summary>
    public EntitySet AttachmentsOf(Guid parentId, string parentType) =>
        new(store, company.Attachments.Of(parentId), new AttachmentRules(store, company, parentId, parentType), "attachments");

    /// <summary>The entities that a navigation leads to, and their type; null where the entity has no such navigation.</summary>
    public (EntityType Type, IEnumerable<JsonObject> Entities)? Related(string typeName, JsonObject values, string navigation)
    {
        return (typeName, navigation) switch
        {
            ("customer" or "salesInvoice", "currency") => One(company.Currencies, "currencyId"),
            ("customer" or "salesInvoice", "paymentTerm") => One(company.PaymentTerms, "paymentTermsId"),
            ("customer" or "salesInvoice", "shipmentMethod") => One(company.ShipmentMethods, "shipmentMethodId"),
            ("customer", "paymentMethod") => One(company.PaymentMethods, "paymentMethodId"),
            ("salesInvoice" or "customerPayment", "customer") => One(company.Customers, "customerId"),
            ("customerPayment", "customerPaymentJournal") => One(company.Journals, "journalId"),
            ("customerPaymentJournal", "customerPayments") => Many(company.Payments),
            ("salesInvoice", "salesInvoiceLines") => Many(company.InvoiceLines),
            ("salesCreditMemo", "customer") => One(company.Customers, "customerId"),
            ("salesInvoice" or "salesCreditMemo" or "generalLedgerEntry", "attachments") => Many(company.Attachments),
            ("salesInvoice" or "customerPayment" or "generalLedgerEntry", "dimensionSetLines") => Many(company.DimensionSetLines),
            ("customer", "defaultDimensions") => Many(company.DefaultDimensions),
            ("customer", "customerFinancialDetail") => (EntityTypes.FinancialDetail, [company.Customers.Get(values.Id(Wire.Id)).Values]),
            ("dimension", "dimensionValues") => Many(company.DimensionValues),
            ("generalLedgerEntry" or "salesInvoiceLine", "account") => One(company.Accounts, "accountId"),
            ("salesInvoice", "pdfDocument") => (EntityTypes.PdfDocument, [PdfOf(values)]),
            _ => null,
        };

        (EntityType Type, IEnumerable<JsonObject> Entities) One(EntityTable table, string member) =>
            (table.Type, table.Find(values.Id(member)) is { } entity ? [entity.Values] : []);

        (EntityType Type, IEnumerable<JsonObject> Entities) Many(ChildTables children) =>
            (children.Type, children.Of(values.Id(Wire.Id)).All.Select(entity => entity.Values));
    }

    private static JsonObject PdfOf(JsonObject invoice) => new()
    {
        [Wire.ETag] = invoice.Text(Wire.ETag),
        [Wire.Id] = invoice.Text(Wire.Id),
        ["parentId"] = invoice.Text(Wire.Id),
        ["parentType"] = "Sales Invoice",
    };

    private EntitySet Of(EntityTable table) => new(store, table, RulesOf(table.Type), table.Type.SetName)
    {
        IsReadOnly = ReadOnly.Contains(table.Type),
    };

    private EntityRules RulesOf(EntityType type) => type switch
    {
        _ when type == EntityTypes.Customer => new CustomerRules(store, company),
        _ when type == EntityTypes.Journal => new JournalRules(store, company, JournalTemplate.CashReceipts),
        _ when type == EntityTypes.GeneralJournal => new JournalRules(store, company, JournalTemplate.General),
        _ when type == EntityTypes.Invoice => new InvoiceRules(store, company),
        _ when ReadOnly.Contains(type) => new NoRules(store, company),
        _ => new ReferenceDataRules(store, company),
    };
}
