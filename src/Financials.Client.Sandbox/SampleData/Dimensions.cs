using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;

namespace Financials.Client.Sandbox.SampleData;

/// <summary>Two dimensions with their values.</summary>
internal static class Dimensions
{
    private static readonly (string Code, string Name, (string Code, string Name)[] Values)[] All =
    [
        ("DEPARTMENT", "Department", [("ADM", "Administration"), ("PROD", "Production"), ("SALES", "Sales")]),
        ("AREA", "Area", [("30", "Europe North"), ("70", "America")]),
    ];

    public static void AddTo(CompanySets sets)
    {
        foreach (var (code, name, values) in All)
        {
            var dimension = sets.Find("dimensions")!.Create(new JsonObject { ["code"] = code, ["displayName"] = name });
            foreach (var (valueCode, valueName) in values)
            {
                sets.Behind(EntityTypes.Dimension, dimension, "dimensionValues")!.Create(
                    new JsonObject { ["code"] = valueCode, ["displayName"] = valueName, ["dimensionId"] = Wire.Text(dimension.Id) });
            }
        }
    }
}
