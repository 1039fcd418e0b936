using Financials.Client.Dialects;

namespace Financials.Client;

/// <summary>The customer payments of one journal. Thread-safe.</summary>
public class JournalPaymentsClient : EntitySet<CustomerPayment>
{
    private readonly ICompanyDialect _company;
    private readonly Guid _journalId;

    internal JournalPaymentsClient(ICompanyDialect company, Guid journalId)
        : base(company.PaymentsOf(journalId))
    {
        _company = company;
        _journalId = journalId;
    }

    /// <summary>For fakes in tests.</summary>
    protected JournalPaymentsClient() => _company = null!;

    /// <summary>One payment, by its id. Nothing is sent until something is asked of it.</summary>
    /// <param name="paymentId">The payment's id.</param>
    public virtual JournalPaymentClient this[Guid paymentId] => new(_company, _journalId, paymentId);
}
