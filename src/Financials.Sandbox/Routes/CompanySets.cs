using System.Text.Json.Nodes;
using Financials.Sandbox.Model;
using Financials.Sandbox.Rules;

namespace Financials.Sandbox.Routes;

/// <summary>The sets of a company, and the ways between their entities.</summary>
/// <param name="store">Where the entities are.</param>
/// <param name="company">The company.</param>
internal sealed class CompanySets(Store store, CompanyData company)
{
    public EntitySet Customers => Of(company.Customers);

    /// <summary>A set that hangs off the company itself; null where there is none of that name.</summary>
    public EntitySet? Find(string setName) => company.Tables.FirstOrDefault(table => table.Type.SetName == setName) is { } table ? Of(table) : null;

    public EntitySet PaymentsOf(Entity journal) => new(
        store, company.Payments.Of(journal.Id), new PaymentRules(store, company, journal), $"customerPaymentJournals/{Wire.Text(journal.Id)}/customerPayments");

    /// <summary>The journal that has a payment.</summary>
    /// <exception cref="ServiceException">There is no such payment.</exception>
    public Entity JournalOf(Guid paymentId) =>
        company.Payments.TableOf(paymentId) is { } payments && company.Journals.Find(payments.ParentId) is { } journal
            ? journal
            : throw ServiceException.NoRecord(EntityTypes.Payment.Table);

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
            ("customerPaymentJournal", "customerPayments") =>
                (EntityTypes.Payment, company.Payments.Of(values.Id(Wire.Id)).All.Select(payment => payment.Values)),
            _ => null,
        };

        (EntityType Type, IEnumerable<JsonObject> Entities) One(EntityTable table, string member) =>
            (table.Type, table.Find(values.Id(member)) is { } entity ? [entity.Values] : []);
    }

    private EntitySet Of(EntityTable table) => new(store, table, RulesOf(table), table.Type.SetName);

    private EntityRules RulesOf(EntityTable table) => table.Type switch
    {
        var type when type == EntityTypes.Customer => new CustomerRules(store, company),
        var type when type == EntityTypes.Journal => new JournalRules(store, company),
        var type when type == EntityTypes.Invoice => new InvoiceRules(store, company),
        _ => new ReferenceDataRules(store, company),
    };
}
