using Financials.Client.Dialects;
using Financials.Client.Entities;

namespace Financials.Client;

/// <summary>The shipment methods of one company. Thread-safe.</summary>
public class ShipmentMethodsClient : EntitySet<ShipmentMethod>
{
    internal ShipmentMethodsClient(IEntityEndpoint<ShipmentMethod> endpoint)
        : base(endpoint)
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected ShipmentMethodsClient()
    {
    }

    private protected override void CheckForCreate(ShipmentMethod entity) => Require.ForCreate(entity.Code, nameof(ShipmentMethod.Code), "shipment method");
}
