using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Model;

/// <summary>The members of an entity by their types.</summary>
internal static class JsonObjectExtensions
{
    public static string Text(this JsonObject values, string name) => values[name]!.GetValue<string>();

    public static Guid Id(this JsonObject values, string name) => Guid.Parse(values.Text(name));

    public static decimal Decimal(this JsonObject values, string name) => values[name]!.GetValue<decimal>();
}
