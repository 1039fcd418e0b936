using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Replay;

/// <summary>A recording as a file: readable JSON with one entry for each exchange.</summary>
internal static class RecordingFile
{
    private const string Format = "financials-recording-1";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, IEnumerable<RecordedExchange> exchanges)
    {
        var json = new JsonObject { ["format"] = Format, ["exchanges"] = new JsonArray([.. exchanges.Select(exchange => exchange.ToJson())]) };
        File.WriteAllText(path, json.ToJsonString(Readable) + "\n");
    }

    /// <exception cref="InvalidDataException">It is not a recording.</exception>
    public static IReadOnlyList<RecordedExchange> Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
            return (string?)json?["format"] == Format && json["exchanges"] is JsonArray exchanges
                ? [.. exchanges.Select(RecordedExchange.Of)]
                : throw new InvalidDataException($"'{path}' is not a recording: its format is not '{Format}'.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"'{path}' is not a recording: {wrong.Message}", wrong);
        }
    }
}
