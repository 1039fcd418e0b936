using System.Globalization;
using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>One operation of a document, with everything it refers to resolved.</summary>
internal sealed class OpenApiOperation
{
    private readonly OpenApiDocument _document;
    private readonly JsonObject _operation;
    private readonly string[] _segments;

    public OpenApiOperation(OpenApiDocument document, string method, string path, JsonObject pathItem, JsonObject operation)
    {
        _document = document;
        _operation = operation;
        _segments = path.Split('/');
        Method = method;
        Path = path;
        Parameters = [.. ListOf(pathItem).Concat(ListOf(operation)).Select(parameter => new OpenApiParameter(document.Resolve(parameter)))];

        static IEnumerable<JsonNode> ListOf(JsonObject owner) => owner["parameters"]?.AsArray().Select(parameter => parameter!) ?? [];
    }

    public string Id => (string)_operation["operationId"]!;

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<OpenApiParameter> Parameters { get; }

    public IReadOnlyList<string> PathParameters => [.. _segments.Where(IsParameter)];

    /// <summary>The body that requests have; null where they have none.</summary>
    public JsonObject? RequestBody => _operation["requestBody"] is { } body ? _document.Resolve(body) : null;

    /// <summary>What a path gives for the parameters in this one's; null where it is another path.</summary>
    public IReadOnlyDictionary<string, string>? PathValues(string path)
    {
        var segments = path.Split('/');
        var fits = segments.Length == _segments.Length &&
            segments.Zip(_segments).All(pair => IsParameter(pair.Second) ? pair.First.Length > 0 : pair.First == pair.Second);
        return fits
            ? segments.Zip(_segments).Where(pair => IsParameter(pair.Second))
                .ToDictionary(pair => pair.Second[1..^1], pair => Uri.UnescapeDataString(pair.First))
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

    public override string ToString() => $"{Method} {Path}";

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
