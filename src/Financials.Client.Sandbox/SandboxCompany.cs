using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Rules;
using Financials.Client.Sandbox.Rules.Posting;

namespace Financials.Client.Sandbox;

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
        set => Write(() => _data.Settings.AllowsManualNumbers = value);
    }

    /// <summary>
    /// Whether journals are only entered into the job queue when they are posted: the answer is the same, and the lines stay until
    /// <see cref="RunJobQueue"/>. Default: false.
    /// </summary>
    public bool PostsWithJobQueue
    {
        get => Read(() => _data.Settings.PostsWithJobQueue);
        set => Write(() => _data.Settings.PostsWithJobQueue = value);
    }

    /// <summary>
    /// Whether a posted journal whose code has a number is replaced by one of the next code, with another id. Default: false.
    /// </summary>
    public bool IncrementsJournalNames
    {
        get => Read(() => _data.Settings.IncrementsJournalNames);
        set => Write(() => _data.Settings.IncrementsJournalNames = value);
    }

    /// <summary>
    /// Whether journals with a number series, such as the default one, have another series for what is posted: each document number
    /// is replaced then, also one that was sent. Default: false.
    /// </summary>
    public bool ReplacesDocumentNumbers
    {
        get => Read(() => _data.Settings.ReplacesDocumentNumbers);
        set => Write(() => _data.Settings.ReplacesDocumentNumbers = value);
    }

    /// <summary>Whether journals wait for an approval and cannot be posted. Default: false.</summary>
    public bool JournalsAwaitApproval
    {
        get => Read(() => _data.Settings.JournalsAwaitApproval);
        set => Write(() => _data.Settings.JournalsAwaitApproval = value);
    }

    /// <summary>Whether the template of payment journals demands a printed report, so that they cannot be posted through the service. Default: false.</summary>
    public bool TemplateForcesPostingReport
    {
        get => Read(() => _data.Settings.TemplateForcesReport);
        set => Write(() => _data.Settings.TemplateForcesReport = value);
    }

    /// <summary>Whether the company can send e-mail; if not, an invoice can be posted but not sent. Default: true.</summary>
    public bool HasMail
    {
        get => Read(() => _data.Settings.HasMail);
        set => Write(() => _data.Settings.HasMail = value);
    }

    /// <summary>The tax on the invoices of customers who are liable to tax, in percent. Default: 6.</summary>
    public decimal TaxPercent
    {
        get => Read(() => _data.Settings.TaxPercent);
        set => Write(() => _data.Settings.TaxPercent = value);
    }

    /// <summary>The journal that every company begins with.</summary>
    /// <exception cref="InvalidOperationException">It has been deleted.</exception>
    public PaymentJournal DefaultJournal => Read(() => PublicModels.Journal(
        (_data.Journals.FindKey(SampleData.Companies.DefaultJournalCode) ?? throw new InvalidOperationException("The default journal has been deleted.")).Values));

    /// <summary>The customers, by number.</summary>
    public IReadOnlyList<Customer> Customers => All(() => _data.Customers.All, PublicModels.Customer);

    /// <summary>The payment journals, by code.</summary>
    public IReadOnlyList<PaymentJournal> Journals => All(() => _data.Journals.All, PublicModels.Journal);

    /// <summary>The sales invoices, by number.</summary>
    public IReadOnlyList<SalesInvoice> SalesInvoices => All(() => _data.Invoices.All, PublicModels.Invoice);

    /// <summary>The payments of all journals.</summary>
    public IReadOnlyList<CustomerPayment> AllPayments => All(() => _data.AllPayments, PublicModels.Payment);

    /// <summary>What was posted for customers: what they owe for invoices, and what they paid. By entry number.</summary>
    public IReadOnlyList<SandboxCustomerEntry> CustomerEntries => Read(() => _data.CustomerEntries.All.SelectMany(entries => entries.All)
        .Select(entry => new SandboxCustomerEntry(entry.Values)).OrderBy(entry => entry.EntryNumber).ToList());

    /// <summary>How many customers there are.</summary>
    public int CustomerCount => Read(() => _data.Customers.Count);

    /// <summary>How many payments there are in all journals.</summary>
    public int PaymentCount => Read(() => _data.Payments.Count);

    /// <summary>The payments of a journal, by line number; none where there is no such journal.</summary>
    /// <param name="journalId">The journal's id.</param>
    public IReadOnlyList<CustomerPayment> Payments(Guid journalId) =>
        All(() => _data.Journals.Find(journalId) is { } journal ? _data.Payments.Of(journal.Id).All : [], PublicModels.Payment);

    /// <summary>Sets what amounts in a currency are rounded to. Default: 0.01. No set of the service shows it.</summary>
    /// <param name="currencyCode">The code of the currency; that of the books for the company's own.</param>
    /// <param name="precision">The smallest amount, such as 1 or 0.05.</param>
    public void SetAmountPrecision(string currencyCode, decimal precision)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currencyCode);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(precision);
        Write(() => _data.Settings.AmountPrecisions[currencyCode.Trim().ToUpperInvariant()] = precision);
    }

    /// <summary>
    /// Adds a journal line that no set shows but that holds its number, such as one that somebody types for another account. With
    /// nothing but a number it is an empty line, as the service itself leaves one behind.
    /// </summary>
    /// <param name="journalId">The journal.</param>
    /// <param name="lineNumber">Its number. Default: 0, for the journal's last number and 10,000.</param>
    /// <param name="accountNumber">The ledger account that it is for. Default: none.</param>
    /// <param name="amount">What it moves. Default: 0.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="InvalidOperationException">There is no such journal, or the number is taken.</exception>
    public int AddHiddenLine(Guid journalId, int lineNumber = 0, string accountNumber = "", decimal amount = 0m)
    {
        ArgumentNullException.ThrowIfNull(accountNumber);
        ArgumentOutOfRangeException.ThrowIfNegative(lineNumber);
        return Write(() => HiddenLine.Add(_store, _data, AnyJournal(journalId), lineNumber, accountNumber, amount));
    }

    /// <summary>Posts all lines of a journal, as a bookkeeper does while an app knows nothing of it.</summary>
    /// <param name="journalId">The journal.</param>
    /// <exception cref="InvalidOperationException">There is no such journal, or the service refuses to post it; the message is the service's.</exception>
    public void PostJournal(Guid journalId) => Write(() =>
    {
        new PostingRun(_store, _data).Post(AnyJournal(journalId));
        return true;
    });

    /// <summary>Posts what waits in the job queue, one document after the other.</summary>
    /// <returns>Why documents were refused, in the service's words; they stay in their journals.</returns>
    public IReadOnlyList<string> RunJobQueue() => Write(() => new PostingRun(_store, _data).RunJobQueue());

    private Entity AnyJournal(Guid id) => _data.Journal(id) ?? throw ServiceException.NoRecord(EntityTypes.Journal.Table);

    /// <summary>Changes something as one step: all of it, or nothing where it is refused.</summary>
    private T Write<T>(Func<T> write)
    {
        lock (_store.Gate)
        {
            try
            {
                var result = write();
                _store.Undo.Commit();
                _store.Changed();
                return result;
            }
            catch (ServiceException refused)
            {
                _store.Undo.Rollback();
                throw new InvalidOperationException(refused.Message, refused);
            }
        }
    }

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
