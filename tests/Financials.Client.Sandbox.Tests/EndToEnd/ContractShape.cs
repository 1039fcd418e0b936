using System.Globalization;
using System.Text.Json;
using Financials.Client.Tests.Contract;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>Compares responses with what a contract declares.</summary>
/// <param name="contract">The contract.</param>
internal sealed class ContractShape(ContractDocument contract)
{
    /// <summary>What a response has that its operation does not declare.</summary>
    /// <param name="line">The operation, as <c>GET /companies</c>.</param>
    /// <param name="status">The status.</param>
    /// <param name="contentType">The type of the body; null for none.</param>
    /// <param name="text">The body.</param>
    public IEnumerable<string> Problems(string line, int status, string? contentType, string text)
    {
        var operation = contract.Operations.Where(operation => operation.Line == line).Select(operation => operation.Operation).Single();
        if (ResponseOf(operation, status) is not { } documented)
        {
            return [$"{line}: {status} is not documented"];
        }

        if (!documented.Children.TryGetValue("content", out var content))
        {
            return text.Length == 0 ? [] : [$"{line}: {status} has a body"];
        }

        if (contentType != "application/json")
        {
            // Bytes may come with the name of their own type.
            var types = ((YamlMappingNode)content).Children;
            return types.ContainsKey(contentType ?? "") || types.ContainsKey("application/octet-stream") ? [] : [$"{line}: {status} is {contentType}"];
        }

        using var json = JsonDocument.Parse(text);
        return [.. Problems(json.RootElement, ContractDocument.Map(ContractDocument.Map((YamlMappingNode)content, "application/json"), "schema"), $"{line} {status}")];
    }

    private YamlMappingNode? ResponseOf(YamlMappingNode operation, int status)
    {
        var responses = ContractDocument.Map(operation, "responses").Children;
        foreach (var key in new[] { status.ToString(CultureInfo.InvariantCulture), $"{status / 100}XX" })
        {
            if (responses.TryGetValue(key, out var response))
            {
                return contract.Resolve((YamlMappingNode)response);
            }
        }

        return null;
    }

    private IEnumerable<string> Problems(JsonElement value, YamlMappingNode schema, string where)
    {
        var whole = contract.Resolve(schema);
        var isNullable = ContractDocument.Text(whole, "nullable") == "true" || whole.Children.ContainsKey("allOf");
        if (value.ValueKind is JsonValueKind.Null)
        {
            return isNullable ? [] : [$"{where} is null"];
        }

        switch (ContractDocument.Text(whole, "type"))
        {
            case "array":
                var items = ContractDocument.Map(whole, "items");
                return value.EnumerateArray().SelectMany(item => Problems(item, items, where));
            case "string":
                return value.ValueKind is JsonValueKind.String ? TextProblems(value.GetString()!, whole, where) : [$"{where} is no text"];
            case "integer" or "number":
                return value.ValueKind is JsonValueKind.Number ? [] : [$"{where} is no number"];
            case "boolean":
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{where} is no boolean"];
            default:
                var properties = contract.PropertiesOf(schema).ToDictionary(property => property.Key, property => property.Value);

                // What has no properties of its own, such as the body inside a batch, may be any object.
                return properties.Count == 0 ? [] : value.EnumerateObject().SelectMany(member => properties.TryGetValue(member.Name, out var property)
                    ? Problems(member.Value, property, $"{where} {member.Name}")
                    : [$"{where} has '{member.Name}'"]);
        }
    }

    private static IEnumerable<string> TextProblems(string text, YamlMappingNode schema, string where)
    {
        var isGood = ContractDocument.Text(schema, "format") switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => text.Length <= int.Parse(ContractDocument.Text(schema, "maxLength") ?? "2147483647", CultureInfo.InvariantCulture),
        };
        return isGood ? [] : [$"{where} is '{text}'"];
    }
}
