using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The shipment methods of one company. Thread-safe.</summary>
public class ShipmentMethodsClient : EntitySet<ShipmentMethod>
{
    internal ShipmentMethodsClient(CompanyContext company)
        : base(company.Set(company.Dialect.ShipmentMethods, NaturalKeys.OfShipmentMethod))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected ShipmentMethodsClient()
    {
    }

    private protected override void CheckForCreate(ShipmentMethod entity) => Require.ForCreate(entity.Code, nameof(ShipmentMethod.Code), "shipment method");
}
