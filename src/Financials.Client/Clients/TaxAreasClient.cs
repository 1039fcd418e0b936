using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The tax areas of one company. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class TaxAreasClient : EntitySet<TaxArea>
{
    private readonly CompanyContext _company;

    internal TaxAreasClient(CompanyContext company)
        : base(company.Set(company.Dialect.TaxAreas, NaturalKeys.OfTaxArea)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected TaxAreasClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override TaxAreasClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<TaxArea>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(TaxArea entity) => Require.ForCreate(entity.Code, nameof(TaxArea.Code), "tax area");
}
