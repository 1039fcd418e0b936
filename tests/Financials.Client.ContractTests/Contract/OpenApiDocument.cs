using System.Text.Json.Nodes;
using Financials.Client.Tests.Support;

namespace Financials.Client.ContractTests.Contract;

/// <summary>An OpenAPI 3.0 document: its operations, and what its references lead to.</summary>
internal sealed class OpenApiDocument
{
    private static readonly string[] Methods = ["get", "post", "patch", "put", "delete"];

    private readonly JsonObject _root;

    private OpenApiDocument(JsonObject root)
    {
        _root = root;
        Operations =
        [
            .. from path in root["paths"]!.AsObject()
               from member in path.Value!.AsObject()
               where Methods.Contains(member.Key)
               select new OpenApiOperation(this, member.Key.ToUpperInvariant(), path.Key, path.Value!.AsObject(), member.Value!.AsObject()),
        ];
    }

    public IReadOnlyList<OpenApiOperation> Operations { get; }

    /// <summary>The first of the addresses that the document names.</summary>
    public Uri Server => new((string)_root["servers"]![0]!["url"]!);

    public static OpenApiDocument Read(TextReader yaml) => new(YamlJson.Read(yaml)!.AsObject());

    /// <param name="path">The file, from the repository's root.</param>
    public static OpenApiDocument Load(string path)
    {
        using var yaml = File.OpenText(Repository.PathOf(path));
        return Read(yaml);
    }

    /// <summary>The node itself, or the component that it refers to.</summary>
    public JsonObject Resolve(JsonNode node) => (string?)node["$ref"] is { } reference
        ? reference.Split('/')[1..].Aggregate((JsonNode)_root, (at, name) => at[name]!).AsObject()
        : node.AsObject();

    /// <summary>The operation that a request is for; null where the document has none.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path from <c>/companies</c> on, without the query.</param>
    public OpenApiOperation? Find(string method, string path) =>
        Operations.Where(operation => operation.Method == method && operation.PathValues(path) is not null)
            .MinBy(operation => operation.PathParameters.Count);

    /// <summary>One of the examples among the components.</summary>
    public JsonNode Example(string name) => _root["components"]!["examples"]![name]!["value"]!;
}
