using Financials.Client.Clients;

namespace Financials.Client;

/// <summary>
/// The entries of the general ledger of one company. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class GeneralLedgerEntriesClient : ReadOnlyEntitySet<GeneralLedgerEntry>
{
    private readonly CompanyContext _company;

    internal GeneralLedgerEntriesClient(CompanyContext company)
        : base(company.Operations, company.Dialect.GeneralLedgerEntries) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected GeneralLedgerEntriesClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override GeneralLedgerEntriesClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<GeneralLedgerEntry>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);
}
