using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The countries and regions that one company knows. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class CountriesAndRegionsClient : EntitySet<CountryRegion>
{
    private readonly CompanyContext _company;

    internal CountriesAndRegionsClient(CompanyContext company)
        : base(company.Set(company.Dialect.CountriesAndRegions, NaturalKeys.OfCountryRegion)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected CountriesAndRegionsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override CountriesAndRegionsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<CountryRegion>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(CountryRegion entity) => Require.ForCreate(entity.Code, nameof(CountryRegion.Code), "country or region");
}
