using Financials.Client.Clients;

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

    /// <summary>The journal's payments.</summary>
    public virtual JournalPaymentsClient Payments => field ??= new(_company, Id);
}
