using Financials.Client.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>An OpenAPI document of the repository, as far as the tests read it.</summary>
internal sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "post", "patch", "delete", "put"];

    private readonly YamlMappingNode _root;

    private ContractDocument(YamlMappingNode root) => _root = root;

    public static ContractDocument Documented { get; } = Load("openapi/financials.yaml");

    /// <summary>Every operation as <c>POST /companies/{companyId}/customers</c>, with its node.</summary>
    public IEnumerable<(string Line, YamlMappingNode Operation)> Operations =>
        from path in Map(_root, "paths").Children
        from operation in ((YamlMappingNode)path.Value).Children
        where Methods.Contains(operation.Key.ToString())
        select ($"{operation.Key.ToString().ToUpperInvariant()} {path.Key}", (YamlMappingNode)operation.Value);

    /// <summary>Every schema with all its properties, those of the schemas it extends included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, YamlMappingNode>> Schemas =>
        Map(Map(_root, "components"), "schemas").Children.ToDictionary(
            schema => schema.Key.ToString(),
            schema => (IReadOnlyDictionary<string, YamlMappingNode>)PropertiesOf((YamlMappingNode)schema.Value)
                .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);

    public static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value.ToString() : null;

    public static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    /// <summary>The node itself, or the component that it refers to.</summary>
    public YamlMappingNode Resolve(YamlMappingNode node) => Text(node, "$ref") is { } reference
        ? reference.Split('/')[1..].Aggregate(_root, Map)
        : node;

    /// <summary>The properties of a schema, those of the schemas it extends included.</summary>
    public IEnumerable<KeyValuePair<string, YamlMappingNode>> PropertiesOf(YamlMappingNode schema)
    {
        schema = Resolve(schema);
        var inherited = schema.Children.TryGetValue("allOf", out var parts)
            ? ((YamlSequenceNode)parts).Children.SelectMany(part => PropertiesOf((YamlMappingNode)part))
            : [];
        var own = schema.Children.TryGetValue("properties", out var properties)
            ? ((YamlMappingNode)properties).Children.Select(p => KeyValuePair.Create(p.Key.ToString(), (YamlMappingNode)p.Value))
            : [];
        return inherited.Concat(own);
    }

    private static ContractDocument Load(string path)
    {
        using var reader = File.OpenText(Repository.PathOf(path));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return new ContractDocument((YamlMappingNode)yaml.Documents[0].RootNode);
    }
}
