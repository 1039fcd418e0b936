using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;

namespace Financials.Client.Sandbox.SampleData;

/// <summary>Currencies, payment terms, payment methods and shipment methods.</summary>
internal static class ReferenceData
{
    private static readonly (string Code, string Name, string Symbol, decimal Rounding)[] Currencies =
    [
        ("CAD", "Canadian dollar", "$", 0.01m),
        ("CHF", "Swiss franc", "CHF", 0.05m),
        ("EUR", "Euro", "€", 0.01m),
        ("GBP", "Pound sterling", "£", 0.01m),
        ("USD", "US dollar", "$", 0.01m),
    ];

    private static readonly (string Code, string Name, string Due, string Discount, decimal Percent)[] PaymentTerms =
    [
        ("10D", "Net 10 days", "10D", "", 0m),
        ("1M(8D)", "1 Month/2% 8 days", "1M", "8D", 2m),
        ("30D", "Net 30 days", "30D", "", 0m),
        ("COD", "Cash on delivery", "0D", "", 0m),
    ];

    private static readonly (string Code, string Name)[] PaymentMethods =
        [("ACCOUNT", "Payment on account"), ("BANK", "Bank Transfer"), ("CARD", "Card payment"), ("CASH", "Cash payment"), ("CHECK", "Check payment")];

    private static readonly (string Code, string Name)[] ShipmentMethods =
        [("CIF", "Cost Insurance and Freight"), ("DELIVERY", "Cost of delivery"), ("EXW", "Ex Warehouse"), ("PICKUP", "Pickup at location")];

    private static readonly (string Code, string Name)[] Countries =
    [
        ("AT", "Austria"), ("CA", "Canada"), ("CH", "Switzerland"), ("DE", "Germany"), ("DK", "Denmark"), ("FR", "France"), ("GB", "Great Britain"),
        ("MX", "Mexico"), ("NL", "Netherlands"), ("SE", "Sweden"), ("US", "USA"),
    ];

    /// <param name="sets">The sets of the company.</param>
    /// <param name="localCurrencyCode">The currency of its books, which is not in its list of currencies.</param>
    public static void AddTo(CompanySets sets, string localCurrencyCode)
    {
        foreach (var (code, name, symbol, rounding) in Currencies.Where(currency => currency.Code != localCurrencyCode))
        {
            Add("currencies", new()
            {
                ["code"] = code, ["displayName"] = name, ["symbol"] = symbol, ["amountDecimalPlaces"] = "2:2", ["amountRoundingPrecision"] = rounding,
            });
        }

        foreach (var (code, name, due, discount, percent) in PaymentTerms)
        {
            Add("paymentTerms", new()
            {
                ["code"] = code, ["displayName"] = name, ["dueDateCalculation"] = due, ["discountDateCalculation"] = discount, ["discountPercent"] = percent,
            });
        }

        foreach (var (code, name) in PaymentMethods)
        {
            Add("paymentMethods", new() { ["code"] = code, ["displayName"] = name });
        }

        foreach (var (code, name) in ShipmentMethods)
        {
            Add("shipmentMethods", new() { ["code"] = code, ["displayName"] = name });
        }

        foreach (var (id, code, name) in FixedRecords.TaxAreas)
        {
            sets.Find("taxAreas")!.Create(new() { ["code"] = code, ["displayName"] = name }, id);
        }

        foreach (var (code, name) in Countries)
        {
            Add("countriesRegions", new() { ["code"] = code, ["displayName"] = name });
        }

        void Add(string set, JsonObject values) => sets.Find(set)!.Create(values);
    }
}
