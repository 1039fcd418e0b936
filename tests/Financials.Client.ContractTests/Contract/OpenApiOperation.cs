using System.Globalization;
using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>One operation of a document, with everything it refers to resolved.</summary>
internal sealed class OpenApiOperation
{
    private readonly OpenApiDocument _document;
    private readonly JsonObject _operation;
    private readonly OpenApiSegment[] _segments;

    public OpenApiOperation(OpenApiDocument document, string method, string path, JsonObject pathItem, JsonObject operation)
    {
        _document = document;
        _operation = operation;
        _segments = [.. path.Split('/').Select(OpenApiSegment.Parse)];
        Method = method;
        Path = path;
        Parameters = [.. ListOf(pathItem).Concat(ListOf(operation)).Select(parameter => new OpenApiParameter(document.Resolve(parameter)))];

        static IEnumerable<JsonNode> ListOf(JsonObject owner) => owner["parameters"]?.AsArray().Select(parameter => parameter!) ?? [];
    }

    public string Id => (string)_operation["operationId"]!;

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<OpenApiParameter> Parameters { get; }

    public IReadOnlyList<string> PathParameters => [.. _segments.Select(segment => segment.Parameter).OfType<string>()];

    /// <summary>The body that requests have; null where they have none.</summary>
    public JsonObject? RequestBody => _operation["requestBody"] is { } body ? _document.Resolve(body) : null;

    /// <summary>What a path gives for the parameters in this one's; null where it is another path.</summary>
    public IReadOnlyDictionary<string, string>? PathValues(string path)
    {
        var segments = path.Split('/');
        var pairs = _segments.Zip(segments);
        return segments.Length == _segments.Length && pairs.All(pair => pair.First.Fits(pair.Second))
            ? pairs.Where(pair => pair.First.Parameter is not null).ToDictionary(pair => pair.First.Parameter!, pair => pair.First.ValueIn(pair.Second))
            : null;
    }

    /// <summary>The answers that the document knows, by their status.</summary>
    public IEnumerable<(string Status, JsonObject Response)> Responses =>
        _operation["responses"]!.AsObject().Select(response => (response.Key, _document.Resolve(response.Value!)));

    /// <summary>What the document says of an answer; null where it knows none of this status.</summary>
    public JsonObject? Response(int status)
    {
        var responses = _operation["responses"]!;
        var exact = status.ToString(CultureInfo.InvariantCulture);
        return (responses[exact] ?? responses[$"{exact[0]}XX"]) is { } response ? _document.Resolve(response) : null;
    }

    /// <summary>The properties of the entity that a response shows, or each entity of a page: neither what is expanded nor what OData adds.</summary>
    public IReadOnlyList<string> PropertiesOfEntity(int status)
    {
        var shown = PropertiesOf(Response(status)!["content"]!["application/json"]!["schema"]!);
        var entity = shown["value"] is { } page ? PropertiesOf(page["items"]!) : shown;
        return
        [
            .. from property in entity
               where !property.Key.StartsWith('@') && (string?)property.Value!["type"] is not (null or "array")
               select property.Key,
        ];

        JsonObject PropertiesOf(JsonNode schema) => _document.Resolve(schema)["properties"]!.AsObject();
    }

    public override string ToString() => $"{Method} {Path}";
}
