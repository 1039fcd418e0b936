using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Replay;

/// <summary>How bodies stand in a recording: JSON as it is, a plain number as text, and of anything else only how long it is.</summary>
internal static class RecordedBody
{
    private const string Length = "@bytes";

    /// <summary>The body as the recording has it; null for none.</summary>
    public static JsonNode? Of(string? mediaType, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        if (mediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
        {
            try
            {
                return JsonNode.Parse(body);
            }
            catch (JsonException)
            {
                // What is no JSON is kept by its length alone: nothing in it can be told from a secret.
            }
        }

        var text = mediaType == "text/plain" ? Encoding.UTF8.GetString(body).Trim('\uFEFF') : "";
        return text.Length > 0 && text.All(char.IsAsciiDigit) ? text : new JsonObject { [Length] = body.Length };
    }

    /// <summary>The bytes to answer with: zeros where only the length is known.</summary>
    public static byte[] Bytes(JsonNode? body) => body switch
    {
        null => [],
        JsonObject { Count: 1 } only when only[Length] is { } length => new byte[length.GetValue<int>()],
        JsonValue text when text.GetValueKind() is JsonValueKind.String => Encoding.UTF8.GetBytes(text.GetValue<string>()),
        _ => Encoding.UTF8.GetBytes(body.ToJsonString()),
    };
}
