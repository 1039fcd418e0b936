using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Financials.Client.ContractTests.Contract;
using Financials.Client.Tests.Support;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>A request and its answer, in WireMock's own mapping format. Immutable: each change is another stub.</summary>
internal sealed partial class Stub
{
    private readonly JsonNode _mapping;

    private Stub(Surface surface, JsonNode mapping) => (Surface, _mapping) = (surface, mapping);

    public static string Folder { get; } = Repository.PathOf("tests/Financials.Client.ContractTests/Exchanges");

    /// <summary>The surface that the exchange is with.</summary>
    public Surface Surface { get; }

    public JsonNode Request => _mapping["request"]!;

    public JsonNode Response => _mapping["response"]!;

    /// <summary>The operation of the contract that the request is for; null where it has none.</summary>
    public OpenApiOperation? Operation => Surface.Document.Find(ToRequest().Method, ToRequest().Path);

    /// <summary>One of the files in <c>Exchanges</c>, by its path there without the extension. It begins with the name of the surface.</summary>
    public static Stub Of(string exchange) =>
        new(Surface.Named(exchange.Split('/')[0]), JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{exchange}.json")))!);

    /// <summary>The same request, answered otherwise.</summary>
    public Stub Answering(int status, string? json = null, params IEnumerable<(string Name, string Value)> headers)
    {
        var answer = new JsonObject
        {
            ["status"] = status,
            ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value))),
        };
        if (json is not null)
        {
            answer["headers"]!["Content-Type"] = "application/json";
            answer["jsonBody"] = JsonNode.Parse(json);
        }

        return With(mapping => mapping["response"] = answer);
    }

    /// <summary>The same request, answered by WireMock's breaking the connection in one of its ways.</summary>
    public Stub Breaking(WireFault fault) => With(mapping => mapping["response"] = new JsonObject { ["fault"] = fault.Name });

    /// <summary>The same answer, later.</summary>
    public Stub After(TimeSpan delay) => With(mapping => mapping["response"]!["fixedDelayMilliseconds"] = delay.TotalMilliseconds);

    /// <summary>The same answer, its body in pieces over a time.</summary>
    public Stub InPieces(int pieces, TimeSpan total) => With(mapping => mapping["response"]!["chunkedDribbleDelay"] = new JsonObject
    {
        ["numberOfChunks"] = pieces,
        ["totalDuration"] = total.TotalMilliseconds,
    });

    /// <summary>The same answer with another value of a member.</summary>
    public Stub AnsweringWith(string member, JsonNode value) => With(mapping => mapping["response"]!["jsonBody"]![member] = value);

    /// <summary>The same, for a request with any number as a member, which is the response's too.</summary>
    public Stub AskedWithAny(string member) => With(mapping =>
    {
        mapping["request"]!["bodyPatterns"]![0]!["equalToJson"]![member] = "${json-unit.any-number}";
        var response = mapping["response"]!.AsObject();
        var number = $"\"{member}\":{response["jsonBody"]![member]!.ToJsonString()}";
        response["body"] = response["jsonBody"]!.ToJsonString().Replace(number, $"\"{member}\":{{{{jsonPath request.body '$.{member}'}}}}", StringComparison.Ordinal);
        response["transformers"] = new JsonArray("response-template");
        response.Remove("jsonBody");
    });

    /// <summary>The same, for a request with another token.</summary>
    public Stub AskedWithToken(string token) => With(mapping => mapping["request"]!["headers"]!["Authorization"]!["equalTo"] = $"Bearer {token}");

    /// <summary>The same, for a request of which less is said.</summary>
    public Stub Without(string part, string name) => With(mapping => mapping["request"]![part]!.AsObject().Remove(name));

    /// <summary>What the contract has to say against the answer; a broken connection it knows nothing of.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (Response["fault"] is not null)
        {
            return [];
        }

        var answer = new WireAnswer(
            (int)Response["status"]!,
            (string?)Response["headers"]?["Content-Type"],
            Response["jsonBody"]?.ToJsonString() ?? Filled((string?)Response["body"]) ?? (string?)Response["base64Body"] ?? "");
        return Operation is { } operation ? [.. Surface.Check.Problems(operation, answer)] : ["the request is of no operation of the contract"];
    }

    /// <summary>The request that the stub waits for, in the terms of the contract.</summary>
    public WireRequest ToRequest() => new(
        (string)Request["method"]!,
        ((string?)Request["url"] ?? (string)Request["urlPath"]!)[Surface.Address.AbsolutePath.Length..],
        Expected("queryParameters"),
        Expected("headers"),
        Request["bodyPatterns"]?[0]?["equalToJson"]?.ToJsonString() ?? (string?)Request["bodyPatterns"]?[0]?["binaryEqualTo"] ?? "");

    /// <summary>The mapping as WireMock gets it, for a test's own part of the server.</summary>
    /// <param name="test">The test; the first segment of its addresses, too.</param>
    /// <param name="server">WireMock's address.</param>
    /// <param name="turn">For a request of a sequence: which one it is, and how many there are.</param>
    public JsonNode ToMapping(string test, Uri server, (int Number, int Last)? turn = null)
    {
        var own = new Uri(server, test).AbsoluteUri;
        var mapping = JsonNode.Parse(_mapping.ToJsonString().Replace(Surface.Address.GetLeftPart(UriPartial.Authority), own, StringComparison.Ordinal))!;
        var request = mapping["request"]!;
        var path = request["url"] is null ? "urlPath" : "url";
        request[path] = $"/{test}{(string)request[path]!}";
        mapping["metadata"] = new JsonObject { ["test"] = test };
        if (turn is var (number, last))
        {
            mapping["scenarioName"] = test;
            mapping["requiredScenarioState"] = State(number);
            mapping["newScenarioState"] = number == last ? "Over" : State(number + 1);
        }

        return mapping;

        static string State(int number) => number == 1 ? "Started" : $"Request {number}";
    }

    /// <summary>A template with some number in the place of the request's.</summary>
    private static string? Filled(string? body) => body is null ? null : TemplatePart().Replace(body, "0");

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex TemplatePart();

    private Dictionary<string, string> Expected(string part) =>
        Request[part]?.AsObject().ToDictionary(named => named.Key, named => (string)named.Value!["equalTo"]!, StringComparer.OrdinalIgnoreCase) ?? [];

    private Stub With(Action<JsonNode> change)
    {
        var mapping = _mapping.DeepClone();
        change(mapping);
        return new(Surface, mapping);
    }
}
