using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The tax areas of one company. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class TaxAreasClient : EntitySet<TaxArea>
{
    internal TaxAreasClient(CompanyContext company)
        : base(company.Set(company.Dialect.TaxAreas, NaturalKeys.OfTaxArea))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected TaxAreasClient()
    {
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<TaxArea>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(TaxArea entity) => Require.ForCreate(entity.Code, nameof(TaxArea.Code), "tax area");
}
