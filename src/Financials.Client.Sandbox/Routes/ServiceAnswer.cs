using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Routes;

/// <summary>An answer that is ready to be sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The type of the body; null where there is none.</param>
/// <param name="Body">The body.</param>
internal sealed record ServiceAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostShown = 20_000;

    public static ServiceAnswer NoContent { get; } = new(StatusCodes.Status204NoContent, null, default);

    public bool IsFailure => Status >= StatusCodes.Status400BadRequest;

    /// <summary>The beginning of the body for people, as far as it is text.</summary>
    public string Shown => ContentType is not { } type || Body.IsEmpty ? ""
        : type.StartsWith("application/pdf", StringComparison.Ordinal) || type.StartsWith("application/octet-stream", StringComparison.Ordinal) ? $"({Body.Length} bytes)"
        : Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, MostShown)]);

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ServiceAnswer Text(string text) => new(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static ServiceAnswer Bytes(string contentType, byte[] bytes) => new(StatusCodes.Status200OK, contentType, bytes);

    public static ServiceAnswer Xml(string xml) => new(StatusCodes.Status200OK, "application/xml; charset=utf-8", Encoding.UTF8.GetBytes(xml));

    public static ServiceAnswer Html(int status, string html) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public static ServiceAnswer Json(JsonObject json, int status = StatusCodes.Status200OK)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, Plain))
        {
            json.WriteTo(writer);
        }

        return new(status, "application/json; odata.metadata=minimal; odata.streaming=true", body.WrittenMemory);
    }

    /// <summary>The service's error payload. It names the correlation id at the end of the message.</summary>
    public static ServiceAnswer Error(int status, string code, string message, Guid correlationId) => Json(
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = $"{message}  CorrelationId:  {Wire.Text(correlationId)}." } }, status) with
    {
        Headers = [("request-id", Wire.Text(correlationId)), ("ms-correlation-x", Wire.Text(correlationId))],
    };

    public ServiceAnswer With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };
}
