using System.Text.Json.Nodes;

namespace Financials.Sandbox.Model;

/// <summary>All that one company has. Not thread-safe.</summary>
/// <param name="values">The company's own members.</param>
/// <param name="settings">How the company works.</param>
internal sealed class CompanyData(JsonObject values, CompanySettings settings)
{
    private readonly Dictionary<Guid, EntityTable> _payments = [];
    private readonly Dictionary<Guid, EntityTable> _tableOfPayment = [];

    public Guid Id { get; } = values.Id(Wire.Id);

    public JsonObject Values => values;

    public CompanySettings Settings => settings;

    public NumberSeries CustomerNumbers { get; } = new("C", 10);

    public NumberSeries InvoiceNumbers { get; } = new("SI", 1);

    public NumberSeries DocumentNumbers { get; } = new("G", 1);

    public EntityTable Customers { get; } = new(EntityTypes.Customer);

    public EntityTable Journals { get; } = new(EntityTypes.Journal);

    public EntityTable Invoices { get; } = new(EntityTypes.Invoice);

    public EntityTable Currencies { get; } = new(EntityTypes.Currency);

    public EntityTable PaymentTerms { get; } = new(EntityTypes.PaymentTerm);

    public EntityTable PaymentMethods { get; } = new(EntityTypes.PaymentMethod);

    public EntityTable ShipmentMethods { get; } = new(EntityTypes.ShipmentMethod);

    /// <summary>The sets that hang off the company itself.</summary>
    public IReadOnlyList<EntityTable> Tables => field ??= [Currencies, PaymentTerms, PaymentMethods, ShipmentMethods, Customers, Invoices, Journals];

    public IEnumerable<Entity> AllPayments => Journals.All.SelectMany(journal => PaymentsOf(journal).All);

    public int PaymentCount => _tableOfPayment.Count;

    /// <summary>The lines of a journal.</summary>
    public EntityTable PaymentsOf(Entity journal) =>
        _payments.TryGetValue(journal.Id, out var payments) ? payments : _payments[journal.Id] = new(EntityTypes.Payment);

    /// <summary>The journal lines among which a payment is; null where there is no such payment.</summary>
    public EntityTable? TableOfPayment(Guid paymentId) => _tableOfPayment.GetValueOrDefault(paymentId);

    public Entity AddPayment(EntityTable payments, JsonObject payment)
    {
        var added = _tableOfPayment.ContainsKey(payment.Id(Wire.Id))
            ? throw ServiceException.Duplicate(EntityTypes.Payment, payment[EntityTypes.Payment.Key]!.ToString())
            : payments.Add(payment);
        _tableOfPayment.Add(added.Id, payments);
        return added;
    }

    public void RemovePayment(Entity payment)
    {
        _tableOfPayment[payment.Id].Remove(payment);
        _tableOfPayment.Remove(payment.Id);
    }

    /// <summary>Removes a journal and its lines.</summary>
    public void RemoveJournal(Entity journal)
    {
        foreach (var payment in PaymentsOf(journal).All)
        {
            _tableOfPayment.Remove(payment.Id);
        }

        _payments.Remove(journal.Id);
        Journals.Remove(journal);
    }
}
