using Financials.Client.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>An OpenAPI document of the repository, as far as the tests read it.</summary>
public sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "post", "patch", "delete", "put"];

    private readonly YamlMappingNode _root;

    private ContractDocument(string path, string generatedName)
    {
        using var reader = File.OpenText(Repository.PathOf(path));
        var yaml = new YamlStream();
        yaml.Load(reader);
        (Path, GeneratedName, _root) = (path, generatedName, (YamlMappingNode)yaml.Documents[0].RootNode);
    }

    /// <summary>The surface of the five documents.</summary>
    public static ContractDocument Documented { get; } = new("openapi/financials.yaml", "Documented");

    /// <summary>Business Central's API v2.0.</summary>
    public static ContractDocument BusinessCentral { get; } = new("openapi/business-central.yaml", "BusinessCentral");

    public static IReadOnlyList<ContractDocument> All { get; } = [Documented, BusinessCentral];

    /// <summary>Where the document stands in the repository.</summary>
    public string Path { get; }

    /// <summary>The name of its generated folder, namespace and class.</summary>
    public string GeneratedName { get; }

    /// <summary>The addresses of the service, in the order of the document.</summary>
    public IEnumerable<string> Servers => ((YamlSequenceNode)_root.Children["servers"]).Children.Select(server => Text((YamlMappingNode)server, "url")!);

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
    public YamlMappingNode Resolve(YamlMappingNode node) => Text(node, "$ref") is { } reference ? Component(reference) : node;

    /// <summary>What a reference such as <c>#/components/responses/error</c> leads to.</summary>
    public YamlMappingNode Component(string reference) => reference.Split('/')[1..].Aggregate(_root, Map);

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

    /// <summary>What an operation sends and what it gets when it succeeds, by its media type.</summary>
    public IEnumerable<(string MediaType, YamlMappingNode Content)> ContentsOf(YamlMappingNode operation)
    {
        var sent = operation.Children.Where(part => part.Key.ToString() == "requestBody").Select(part => part.Value);
        var received = Map(operation, "responses").Children.Where(response => response.Key.ToString()[0] == '2').Select(response => response.Value);
        return
            from message in sent.Concat(received)
            let resolved = Resolve((YamlMappingNode)message)
            where resolved.Children.ContainsKey("content")
            from content in Map(resolved, "content").Children
            select (content.Key.ToString(), (YamlMappingNode)content.Value);
    }

    /// <summary>The name that test cases show.</summary>
    public override string ToString() => GeneratedName;
}
