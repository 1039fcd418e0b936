using System.Text.Json.Nodes;
using Financials.Sandbox.Model;
using Financials.Sandbox.Rules;

namespace Financials.Sandbox.Routes;

/// <summary>The sets of a company, and the ways between their entities.</summary>
/// <param name="store">Where the entities are.</param>
/// <param name="company">The company.</param>
internal sealed class CompanySets(Store store, CompanyData company)
{
    private static readonly HashSet<EntityType> ReadOnly = [EntityTypes.Account, EntityTypes.LedgerEntry, EntityTypes.CreditMemo];

    public EntitySet Customers => Of(company.Customers);

    /// <summary>A set that hangs off the company itself; null where there is none of that name.</summary>
    public EntitySet? Find(string setName) => company.Tables.FirstOrDefault(table => table.Type.SetName == setName) is { } table ? Of(table) : null;

    public EntitySet PaymentsOf(Entity journal) => new(
        store, company.Payments.Of(journal.Id), new PaymentRules(store, company, journal), $"customerPaymentJournals/{Wire.Text(journal.Id)}/customerPayments");

    /// <summary>The set that hangs off an entity; null where it has none of that name.</summary>
    public EntitySet? Behind(EntityType type, Entity entity, string navigation) => (type.Name, navigation) switch
    {
        ("customerPaymentJournal", "customerPayments") => PaymentsOf(entity),
        ("salesInvoice", "salesInvoiceLines") => LinesOf(entity),
        _ => null,
    };

    /// <summary>Entities that belong to others, without their parent; null where there are none of that name.</summary>
    /// <param name="setName">The name of the set.</param>
    /// <param name="journalMember">The member by which a payment names its journal.</param>
    /// <param name="findJournal">The journal of a value of that member.</param>
    public FlatSet? Flat(string setName, string journalMember, Func<string, Entity?> findJournal) => setName switch
    {
        "customerPayments" => new(EntityTypes.Payment, journalMember)
        {
            OfParent = value => findJournal(value) is { } journal ? PaymentsOf(journal) : null,
            Holding = id => company.Payments.TableOf(id) is { } payments && company.Journals.Find(payments.ParentId) is { } journal ? PaymentsOf(journal) : null,
            NoParent = value => ServiceException.Dialog(value.Length == 0 || value == Wire.Text(Guid.Empty)
                ? "You must specify a journal batch ID or a journal ID to get a journal line."
                : "The Journal Id and Journal Display Name do not match."),
        },
        "salesInvoiceLines" => new(EntityTypes.InvoiceLine, "documentId")
        {
            OfParent = value => Guid.TryParse(value, out var id) && company.Invoices.Find(id) is { } invoice ? LinesOf(invoice) : null,
            Holding = id => company.InvoiceLines.TableOf(id) is { } lines && company.Invoices.Find(lines.ParentId) is { } invoice ? LinesOf(invoice) : null,
            NoParent = value => value.Length == 0
                ? ServiceException.Dialog("You must specify an Id or a Document Id to get the lines.")
                : ServiceException.Dialog("The invoice cannot be found."),
        },
        _ => null,
    };

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
            _ => null,
        };

        (EntityType Type, IEnumerable<JsonObject> Entities) One(EntityTable table, string member) =>
            (table.Type, table.Find(values.Id(member)) is { } entity ? [entity.Values] : []);

        (EntityType Type, IEnumerable<JsonObject> Entities) Many(ChildTables children) =>
            (children.Type, children.Of(values.Id(Wire.Id)).All.Select(entity => entity.Values));
    }

    private EntitySet LinesOf(Entity invoice) => new(
        store, company.InvoiceLines.Of(invoice.Id), new InvoiceLineRules(store, company, invoice), $"salesInvoices/{Wire.Text(invoice.Id)}/salesInvoiceLines");

    private EntitySet Of(EntityTable table) => new(store, table, RulesOf(table.Type), table.Type.SetName)
    {
        IsReadOnly = ReadOnly.Contains(table.Type),
    };

    private EntityRules RulesOf(EntityType type) => type switch
    {
        _ when type == EntityTypes.Customer => new CustomerRules(store, company),
        _ when type == EntityTypes.Journal => new JournalRules(store, company),
        _ when type == EntityTypes.Invoice => new InvoiceRules(store, company),
        _ when ReadOnly.Contains(type) => new NoRules(store, company),
        _ => new ReferenceDataRules(store, company),
    };
}
