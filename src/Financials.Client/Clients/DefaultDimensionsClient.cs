using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The default dimensions of one customer: what is created for the customer begins with them. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class DefaultDimensionsClient : EntitySet<DefaultDimension>
{
    internal DefaultDimensionsClient(CompanyContext company, Guid customerId)
        : base(company.Set(company.Dialect.DefaultDimensionsOfCustomer(customerId), NaturalKeys.OfDefaultDimension))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected DefaultDimensionsClient()
    {
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<DefaultDimension>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(DefaultDimension entity) =>
        Require.ForCreate(entity.DimensionId, nameof(DefaultDimension.DimensionId), "default dimension");
}
