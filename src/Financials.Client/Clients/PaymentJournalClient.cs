using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>What belongs to one payment journal. Thread-safe.</summary>
public class PaymentJournalClient
{
    private readonly CompanyContext _company;

    internal PaymentJournalClient(CompanyContext company, Guid journalId)
    {
        _company = company;
        Id = journalId;
    }

    /// <summary>For fakes in tests.</summary>
    protected PaymentJournalClient() => _company = null!;

    /// <summary>The journal's id.</summary>
    public virtual Guid Id { get; }

    /// <summary>Which journal of which company on which service this is, as ledgers keep it.</summary>
    public virtual PaymentJournalAddress Address => new() { Service = Fake.Real(_company, this).Operations.Service.BaseAddress, CompanyId = _company.CompanyId, JournalId = Id };

    /// <summary>The journal's payments.</summary>
    public virtual JournalPaymentsClient Payments => field ??= new(Fake.Real(_company, this), Id);

    /// <summary>
    /// Posts the journal, in Business Central's API v2.0: all its lines, also those that are no customer payments and that this package
    /// never shows. It is posted once, however often responses are lost: what became of the payments is read again, before and after.
    /// Posting cannot be undone. Let nobody add payments meanwhile; a payment that is added is not looked at. A journal without customer
    /// payments is not posted, whatever lines it has that cannot be seen.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; whether the journal was posted is then unknown.</param>
    /// <returns>Whether the payments are posted, or wait in the service's queue, or there were none.</returns>
    /// <exception cref="FinancialsValidationException">The service refused to post a line, and so posted none.</exception>
    /// <exception cref="FinancialsNotSupportedException">The service cannot post journals; nothing was sent.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The journal may or may not have been posted. Look at it before you post it again.</exception>
    /// <exception cref="FinancialsException">The journal was not posted.</exception>
    public virtual Task<JournalPosting> PostAsync(CancellationToken cancellationToken = default) => new PostJournalOperation(
        Fake.Real(_company, this).Operations, _company.Dialect.PaymentsOf(Id), _company.Dialect.PostJournal(Id), _company.Operations.NewDeadline()).RunAsync(cancellationToken);
}
