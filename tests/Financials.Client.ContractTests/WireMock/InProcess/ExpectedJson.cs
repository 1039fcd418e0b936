using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>
/// JSON to be equal to as WireMock's <c>equalToJson</c> means it: no member more or less, members in any order, items in theirs,
/// and a number whatever its zeros.
/// </summary>
internal sealed partial class ExpectedJson
{
    private const string AnyNumber = "${json-unit.any-number}";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonNode _expected;

    public ExpectedJson(Members pattern, string name)
    {
        _expected = pattern.Json(name) is JsonNode node and (JsonObject or JsonArray) ? node : throw pattern.Refusal(name, "is no object or array");
        if (Placeholder().Matches(ToString()).FirstOrDefault(placeholder => placeholder.Value != AnyNumber) is { } unknown)
        {
            throw pattern.Refusal(name, $"has {unknown.Value}, which is unknown to this server");
        }
    }

    public bool Matches(string body)
    {
        try
        {
            return AreEqual(_expected, JsonNode.Parse(body, documentOptions: Strict));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public override string ToString() => _expected.ToJsonString(Indented);

    /// <summary>JSON as WireMock's report shows it; other text as it is.</summary>
    public static string Print(string text)
    {
        try
        {
            return AfterName().Replace(JsonNode.Parse(text)?.ToJsonString(Indented) ?? text, "$1 : ");
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static bool AreEqual(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject one, JsonObject other) =>
            one.Count == other.Count && one.All(member => other.TryGetPropertyValue(member.Key, out var value) && AreEqual(member.Value, value)),
        (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(pair => AreEqual(pair.First, pair.Second)),
        (JsonValue, JsonValue) when expected.GetValueKind() == JsonValueKind.String && (string)expected! == AnyNumber =>
            actual.GetValueKind() == JsonValueKind.Number,
        _ => JsonNode.DeepEquals(expected, actual),
    };

    [GeneratedRegex(@"\$\{json-unit\.[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("""^(\s*"(?:[^"\\]|\\.)*"):\s""", RegexOptions.Multiline)]
    private static partial Regex AfterName();
}
