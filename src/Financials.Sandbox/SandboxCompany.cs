using System.Text.Json.Nodes;
using Financials.Client;
using Financials.Sandbox.Model;

namespace Financials.Sandbox;

/// <summary>A company of the sandbox, with what it holds now. Thread-safe.</summary>
public sealed class SandboxCompany
{
    private readonly Store _store;
    private readonly CompanyData _data;

    internal SandboxCompany(Store store, CompanyData data)
    {
        _store = store;
        _data = data;
    }

    /// <summary>The company's id.</summary>
    public Guid Id => _data.Id;

    /// <summary>The company's name.</summary>
    public string Name => _data.Values.Text("name");

    /// <summary>The name that people know it by.</summary>
    public string DisplayName => _data.Values.Text("displayName");

    /// <summary>The code of the currency of its books.</summary>
    public string LocalCurrencyCode => _data.Settings.LocalCurrencyCode;

    /// <summary>
    /// Whether customer numbers may be chosen by the one who creates a customer; if not, they all come from the number series.
    /// Default: true for the first company, false for the second.
    /// </summary>
    public bool AllowsManualNumbers
    {
        get => Read(() => _data.Settings.AllowsManualNumbers);
        set
        {
            lock (_store.Gate)
            {
                _data.Settings.AllowsManualNumbers = value;
                _store.Changed();
            }
        }
    }

    /// <summary>The journal that every company begins with.</summary>
    /// <exception cref="InvalidOperationException">It has been deleted.</exception>
    public PaymentJournal DefaultJournal => Read(() => Models.Journal(
        (_data.Journals.FindKey(SampleData.Companies.DefaultJournalCode) ?? throw new InvalidOperationException("The default journal has been deleted.")).Values));

    /// <summary>The customers, by number.</summary>
    public IReadOnlyList<Customer> Customers => All(() => _data.Customers.All, Models.Customer);

    /// <summary>The payment journals, by code.</summary>
    public IReadOnlyList<PaymentJournal> Journals => All(() => _data.Journals.All, Models.Journal);

    /// <summary>The sales invoices, by number.</summary>
    public IReadOnlyList<SalesInvoice> SalesInvoices => All(() => _data.Invoices.All, Models.Invoice);

    /// <summary>The payments of all journals.</summary>
    public IReadOnlyList<CustomerPayment> AllPayments => All(() => _data.AllPayments, Models.Payment);

    /// <summary>How many customers there are.</summary>
    public int CustomerCount => Read(() => _data.Customers.Count);

    /// <summary>How many payments there are in all journals.</summary>
    public int PaymentCount => Read(() => _data.PaymentCount);

    /// <summary>The payments of a journal, by line number; none where there is no such journal.</summary>
    /// <param name="journalId">The journal's id.</param>
    public IReadOnlyList<CustomerPayment> Payments(Guid journalId) =>
        All(() => _data.Journals.Find(journalId) is { } journal ? _data.PaymentsOf(journal).All : [], Models.Payment);

    private List<T> All<T>(Func<IEnumerable<Entity>> entities, Func<JsonObject, T> model) =>
        Read(() => entities().Select(entity => model(entity.Values)).ToList());

    private T Read<T>(Func<T> read)
    {
        lock (_store.Gate)
        {
            return read();
        }
    }
}
