using Financials.Client.Companies;
using Financials.Client.Entities;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>The shipment methods of one company. Thread-safe.</summary>
public class ShipmentMethodsClient : EntitySet<ShipmentMethod>
{
    internal ShipmentMethodsClient(CompanyScope company)
        : base(company.Dialect.ShipmentMethods, company.Creating(company.Dialect.ShipmentMethods, NaturalKeys.OfShipmentMethod))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected ShipmentMethodsClient()
    {
    }

    private protected override void CheckForCreate(ShipmentMethod entity) => Require.ForCreate(entity.Code, nameof(ShipmentMethod.Code), "shipment method");
}
