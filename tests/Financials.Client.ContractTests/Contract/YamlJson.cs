using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.ContractTests.Contract;

/// <summary>YAML as JSON, by the rules of YAML 1.2: a scalar without quotes is a number, a truth value or nothing if it looks like one.</summary>
internal static class YamlJson
{
    public static JsonNode? Read(TextReader text)
    {
        var yaml = new YamlStream();
        yaml.Load(text);
        return Of(yaml.Documents.Single().RootNode);
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(member => KeyValuePair.Create(member.Key.ToString(), Of(member.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } text => text.Value,
        YamlScalarNode { Value: null or "" or "~" or "null" } => null,
        YamlScalarNode { Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode number when decimal.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        YamlScalarNode text => text.Value,
        _ => throw new NotSupportedException($"Say here what a {node.NodeType} is in JSON."),
    };
}
