using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Replay;

/// <summary>A request and the response to it, as they stand in a recording: without secrets and personal data.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path behind the service's address, with its query, decoded.</param>
/// <param name="Headers">Those headers of the request that decide what it does.</param>
/// <param name="Body">The body of the request: JSON, or what <see cref="RecordedBody"/> makes of anything else; null for none.</param>
internal sealed record RecordedExchange(string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    /// <summary>The status of the response; null where the connection broke off instead.</summary>
    public int? Status { get; init; }

    /// <summary>The headers of the response that clients read.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The body of the response, as <see cref="Body"/>.</summary>
    public JsonNode? ResponseBody { get; init; }

    public JsonObject ToJson() => new()
    {
        ["request"] = new JsonObject { ["method"] = Method, ["path"] = Path, ["headers"] = Json(Headers), ["body"] = Body?.DeepClone() },
        ["response"] = Status is { } status
            ? new JsonObject { ["status"] = status, ["headers"] = Json(ResponseHeaders), ["body"] = ResponseBody?.DeepClone() }
            : null,
    };

    /// <exception cref="InvalidDataException">It is not what <see cref="ToJson"/> gives.</exception>
    public static RecordedExchange Of(JsonNode? json)
    {
        try
        {
            var request = json!["request"]!;
            var response = json["response"];
            return new((string)request["method"]!, (string)request["path"]!, Headers(request["headers"]), request["body"]?.DeepClone())
            {
                Status = (int?)response?["status"],
                ResponseHeaders = Headers(response?["headers"]),
                ResponseBody = response?["body"]?.DeepClone(),
            };
        }
        catch (Exception wrong) when (wrong is NullReferenceException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw new InvalidDataException("An exchange of the recording lacks its method, path or status.", wrong);
        }

        static Dictionary<string, string> Headers(JsonNode? headers) =>
            (headers as JsonObject ?? []).ToDictionary(header => header.Key, header => (string)header.Value!, StringComparer.OrdinalIgnoreCase);
    }

    private static JsonObject Json(IReadOnlyDictionary<string, string> headers) =>
        new(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value)));
}
