using System.Text.Json;
using System.Text.RegularExpressions;

namespace Financials.Client.Errors;

/// <summary>
/// What the body of an error response says. Business Central and Microsoft Graph shape it differently, gateways send HTML or
/// nothing at all; what cannot be found is null and never an error of its own.
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
        if (Property(root, "error") is not { ValueKind: JsonValueKind.Object } error)
        {
            // A wrong address inside a batch is answered by the web framework, not by the service.
            return default(ErrorPayload) with { Message = Text(root, "Message") };
        }

        // Graph itself spells both the object and its property in two ways.
        var inner = Property(error, "innerError") ?? Property(error, "innererror");
        var requestId = inner is { } details ? Text(details, "request-id") ?? Text(details, "requestId") : null;
        var message = Text(error, "message");
        var correlation = message is null ? Match.Empty : AppendedCorrelationId().Match(message);
        return new(
            Text(error, "code"),
            correlation.Success ? message![..correlation.Index] : message,
            requestId,
            correlation.Success ? correlation.Groups[1].Value : null);
    }

    private static JsonElement? Property(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var property) ? property : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is not valid UTF-8, or has half of a surrogate pair.
            return null;
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return Property(element, name) is { ValueKind: JsonValueKind.String } property && property.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // The text itself is not.
            return null;
        }
    }

    /// <summary>Business Central appends it to the message.</summary>
    [GeneratedRegex(@"\s*CorrelationId:\s*([0-9a-fA-F-]{36})\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AppendedCorrelationId();
}
