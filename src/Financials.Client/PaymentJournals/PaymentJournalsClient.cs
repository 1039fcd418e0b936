using Financials.Client.Companies;
using Financials.Client.Entities;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>The payment journals of one company. Thread-safe.</summary>
public class PaymentJournalsClient : EntitySet<PaymentJournal>
{
    private readonly CompanyScope _company;

    internal PaymentJournalsClient(CompanyScope company)
        : base(company.Dialect.PaymentJournals, company.Creating(company.Dialect.PaymentJournals, NaturalKeys.OfPaymentJournal)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected PaymentJournalsClient() => _company = null!;

    /// <summary>One journal, by its id. Nothing is sent until something of the journal is asked for.</summary>
    /// <param name="journalId">The journal's id.</param>
    public virtual PaymentJournalClient this[Guid journalId] => new(_company, journalId);

    private protected override void CheckForCreate(PaymentJournal entity) => Require.ForCreate(entity.Code, nameof(PaymentJournal.Code), "payment journal");
}
