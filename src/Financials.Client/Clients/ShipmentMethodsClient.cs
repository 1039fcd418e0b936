using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The shipment methods of one company. Thread-safe.</summary>
public class ShipmentMethodsClient : EntitySet<ShipmentMethod>
{
    private readonly CompanyContext _company;

    internal ShipmentMethodsClient(CompanyContext company)
        : base(company.Set(company.Dialect.ShipmentMethods, NaturalKeys.OfShipmentMethod)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected ShipmentMethodsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override ShipmentMethodsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<ShipmentMethod>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(ShipmentMethod entity) => Require.ForCreate(entity.Code, nameof(ShipmentMethod.Code), "shipment method");
}
