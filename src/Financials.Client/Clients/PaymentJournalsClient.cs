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

    /// <summary>One journal, by its id. Nothing is sent until something of the journal is asked for.</summary>
    /// <param name="journalId">The journal's id.</param>
    public virtual PaymentJournalClient this[Guid journalId]
    {
        get
        {
            // Payments come in runs, and their code often names the journal with each of them.
            var last = _last;
            return last is not null && last.Id == journalId ? last : _last = new(_company, journalId);
        }
    }

    private protected override void CheckForCreate(PaymentJournal entity) => Require.ForCreate(entity.Code, nameof(PaymentJournal.Code), "payment journal");
}
