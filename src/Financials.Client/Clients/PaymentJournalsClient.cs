using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The payment journals of one company. Thread-safe.</summary>
public class PaymentJournalsClient : EntitySet<PaymentJournal>
{
    private readonly CompanyContext _company;
    private PaymentJournalClient? _last;

    internal PaymentJournalsClient(CompanyContext company)
        : base(company.Set(company.Dialect.PaymentJournals, NaturalKeys.OfPaymentJournal)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected PaymentJournalsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override PaymentJournalsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>One journal, by its id. Nothing is sent until something of the journal is asked for.</summary>
    /// <param name="journalId">The journal's id.</param>
    public virtual PaymentJournalClient this[Guid journalId]
    {
        get
        {
            // Payments come in runs, and their code often names the journal with each of them.
            var last = _last;
            return last is not null && last.Id == journalId ? last : _last = new(Fake.Real(_company, this), journalId);
        }
    }

    /// <summary>The same for a journal that was read or created.</summary>
    /// <param name="journal">The journal.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public virtual PaymentJournalClient this[PaymentJournal journal] => this[StoredVersion.IdOf(journal)];

    /// <summary>Finds a journal by its code.</summary>
    /// <param name="code">The code; case and outer spaces make no difference.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is no such journal; the message names those that there are.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<PaymentJournalClient> GetByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        var stored = NamesGiven.AsStored(code);
        var found = await NamesGiven.FindAsync(
            Where(journal => journal.Code == stored),
            OrderBy(journal => journal.Code),
            static journal => journal.Code,
            $"The company has no payment journal '{stored}'.",
            "journal",
            cancellationToken).ConfigureAwait(false);
        return this[found.Id!.Value];
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<PaymentJournal>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(PaymentJournal entity) => Require.ForCreate(entity.Code, nameof(PaymentJournal.Code), "payment journal");
}
