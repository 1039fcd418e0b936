using System.Text.Json;
using System.Text.RegularExpressions;

namespace Financials.Client.Errors;

/// <summary>
/// What the body of a failed answer says. Business Central and Microsoft Graph shape it differently, gateways answer HTML
/// or nothing at all; what cannot be found is null and never an error of its own.
/// </summary>
internal readonly partial record struct ErrorPayload(string? Code, string? Message, string? RequestId, string? CorrelationId)
{
    public static ErrorPayload Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ErrorPayload Read(JsonElement root)
    {
        if (Member(root, "error") is not { ValueKind: JsonValueKind.Object } error)
        {
            // A wrong address inside a batch is answered by the web framework, not by the service.
            return default(ErrorPayload) with { Message = Text(root, "Message") };
        }

        // Graph itself spells both the object and its member in two ways.
        var inner = Member(error, "innerError") ?? Member(error, "innererror");
        var requestId = inner is { } details ? Text(details, "request-id") ?? Text(details, "requestId") : null;
        var message = Text(error, "message");
        var correlation = message is null ? Match.Empty : AppendedCorrelationId().Match(message);
        return new(
            Text(error, "code"),
            correlation.Success ? message![..correlation.Index] : message,
            requestId,
            correlation.Success ? correlation.Groups[1].Value : null);
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>Business Central appends it to the message.</summary>
    [GeneratedRegex(@"\s*CorrelationId:\s*([0-9a-fA-F-]{36})\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AppendedCorrelationId();
}
