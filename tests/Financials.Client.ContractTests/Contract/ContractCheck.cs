using System.Text.Json;
using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>Compares requests and answers with a document: one line for each thing that is not as the document says.</summary>
internal sealed class ContractCheck(OpenApiDocument document)
{
    /// <summary>Headers that every operation has: OpenAPI keeps these out of an operation's parameters.</summary>
    private static readonly string[] Common = ["Accept", "Content-Type", "Authorization"];

    /// <summary>What the service puts into the addresses of next pages, which are followed as they are.</summary>
    private const string ServicesOwn = "$skiptoken";

    private readonly SchemaValidator _requests = new(document, isRequest: true);
    private readonly SchemaValidator _answers = new(document, isRequest: false);

    public IEnumerable<string> Problems(WireRequest request)
    {
        if (document.Find(request.Method, request.Path) is not { } operation)
        {
            return [$"{request.Method} {request.Path} is no operation of the contract"];
        }

        var path = operation.PathValues(request.Path)!;
        return
        [
            .. ParameterProblems(operation, "path", path.Keys, path),
            .. ParameterProblems(operation, "query", request.Query.Keys.Where(name => name != ServicesOwn), request.Query),
            .. ParameterProblems(operation, "header", request.MeaningfulHeaders.Except(Common, StringComparer.OrdinalIgnoreCase), request.Headers),
            .. AuthorizationProblems(request),
            .. BodyProblems(operation, request),
        ];
    }

    public IEnumerable<string> Problems(OpenApiOperation operation, WireAnswer answer)
    {
        if (operation.Response(answer.Status) is not { } response)
        {
            return [$"{operation} has no answer {answer.Status}"];
        }

        // The contract admits failures that something else than the service words: a gateway's HTML, or nothing at all.
        var isForeign = answer.Status >= 400 && MediaType(answer.ContentType) != "application/json";
        return response["content"] is { } content
            ? isForeign ? [] : ContentProblems(_answers, content, answer.ContentType, answer.Body, "the answer")
            : answer.Body.Length > 0 ? ["the answer has a body, and none was expected"] : [];
    }

    private IEnumerable<string> ParameterProblems(
        OpenApiOperation operation, string place, IEnumerable<string> names, IReadOnlyDictionary<string, string> values)
    {
        IReadOnlyList<OpenApiParameter> declared = [.. operation.Parameters.Where(parameter => parameter.In == place)];
        var undeclared = names.Except(declared.Select(parameter => parameter.Name), StringComparer.OrdinalIgnoreCase)
            .Select(name => $"{operation} has no {place} parameter {name}");
        var missing = declared.Where(parameter => parameter.IsRequired && !values.ContainsKey(parameter.Name))
            .Select(parameter => $"the {place} parameter {parameter.Name} is missing");
        var wrong =
            from parameter in declared
            where values.ContainsKey(parameter.Name)
            from problem in _requests.Problems(parameter.ValueOf(values[parameter.Name]), parameter.Schema, parameter.Name)
            select problem;
        return [.. undeclared, .. missing, .. wrong];
    }

    private IEnumerable<string> BodyProblems(OpenApiOperation operation, WireRequest request)
    {
        if (operation.RequestBody is not { } body)
        {
            return request.Body.Length > 0 ? [$"{operation} has no body, and one was sent"] : [];
        }

        return request.Body.Length == 0
            ? (bool?)body["required"] is true ? [$"{operation} needs a body, and none was sent"] : []
            : ContentProblems(_requests, body["content"]!, request.Headers.GetValueOrDefault("Content-Type"), request.Body, "the request");
    }

    private static IEnumerable<string> AuthorizationProblems(WireRequest request) =>
        request.Headers.GetValueOrDefault("Authorization")?.StartsWith("Bearer ", StringComparison.Ordinal) is true
            ? []
            : ["the request carries no bearer token"];

    private static IEnumerable<string> ContentProblems(SchemaValidator validator, JsonNode content, string? type, string body, string whose)
    {
        if (MediaType(type) is not { } mediaType || content[mediaType] is not { } described)
        {
            return [$"{whose} is of the type {type ?? "none"}, not {string.Join(" or ", content.AsObject().Select(known => known.Key))}"];
        }

        var schema = described["schema"]!;
        if ((string?)schema["format"] == "binary")
        {
            return [];
        }

        try
        {
            return validator.Problems(JsonNode.Parse(body), schema);
        }
        catch (JsonException broken)
        {
            return [$"{whose} is no JSON: {broken.Message}"];
        }
    }

    /// <summary>A type without its parameters, which a document leaves out.</summary>
    private static string? MediaType(string? type) => type?.Split(';')[0];
}
