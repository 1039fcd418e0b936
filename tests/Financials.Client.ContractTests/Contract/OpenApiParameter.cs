using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>A parameter of an operation: a piece of the path, an option of the query, or a header.</summary>
internal sealed class OpenApiParameter(JsonObject parameter)
{
    public string Name => (string)parameter["name"]!;

    /// <summary>Where it stands: <c>path</c>, <c>query</c> or <c>header</c>.</summary>
    public string In => (string)parameter["in"]!;

    public bool IsRequired => (bool?)parameter["required"] ?? false;

    public JsonNode Schema => parameter["schema"]!;

    /// <summary>The text of a path, query or header as the JSON that its schema speaks of.</summary>
    public JsonNode? ValueOf(string text) => (string?)Schema["type"] switch
    {
        "integer" when int.TryParse(text, out var number) => number,
        "boolean" when bool.TryParse(text, out var flag) => flag,
        "array" => new JsonArray([.. text.Split(',').Select(item => (JsonNode)item)]),
        _ => text,
    };
}
