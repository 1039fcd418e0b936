using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Financials.Client.Sandbox.Replay;

/// <summary>
/// What the values of a replayed test are called in its recording. A pseudonym is bound to the value that a request has in its
/// place; from then on it stands for that value, in further requests and in responses. The same goes for line numbers, which clients
/// choose at random. Not thread-safe.
/// </summary>
internal sealed partial class Bindings
{
    private const string LineNumber = "lineNumber";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _lines = [];

    /// <summary>Says what a pseudonym stands for.</summary>
    public void Bind(string pseudonym, string value) => _values.Add(pseudonym, value);

    /// <summary>Compares an address or a header with the recorded one.</summary>
    public bool Agree(string recorded, string sent)
    {
        recorded = Lines().Replace(recorded, match =>
            match.Groups["name"].Value + Line(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        return AgreeText(recorded, sent, isAddress: true);
    }

    /// <summary>Compares a body with the recorded one.</summary>
    /// <returns>Where and how they differ; null where they do not.</returns>
    public string? Difference(JsonNode? recorded, JsonNode? sent, string where = "$") => (recorded, sent) switch
    {
        (null, null) => null,
        (JsonObject one, JsonObject other) => OfObjects(one, other, where),
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.Zip(other).Select((pair, i) => Difference(pair.First, pair.Second, $"{where}[{i}]")).FirstOrDefault(difference => difference is not null),
        (JsonValue one, JsonValue other) when AgreeValues(where, one, other) => null,
        _ => $"{where} was recorded as {Shown(recorded)} and is sent as {Shown(sent)}",
    };

    /// <summary>A recorded text with the test's own values.</summary>
    public string Own(string recorded) => Pseudonyms.Token().Replace(recorded, match => _values.GetValueOrDefault(match.Value, match.Value));

    /// <summary>A recorded body with the test's own values.</summary>
    public JsonNode? Own(JsonNode? recorded, Func<string, string> text, string name = "") => recorded switch
    {
        JsonObject entity => new JsonObject(entity.Select(member => KeyValuePair.Create(member.Key, Own(member.Value, text, member.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Own(item, text, name))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => text(Own(value.GetValue<string>())),
        JsonValue value when name == LineNumber && value.GetValueKind() is JsonValueKind.Number => Line(value.GetValue<int>()),
        _ => recorded?.DeepClone(),
    };

    private string? OfObjects(JsonObject recorded, JsonObject sent, string where) => recorded
        .Select(member => sent.ContainsKey(member.Key)
            ? Difference(member.Value, sent[member.Key], $"{where}.{member.Key}")
            : $"{where}.{member.Key} was recorded and is not sent")
        .Concat(sent.Where(member => !recorded.ContainsKey(member.Key)).Select(member => $"{where}.{member.Key} was not recorded and is sent"))
        .FirstOrDefault(difference => difference is not null);

    private bool AgreeValues(string where, JsonValue recorded, JsonValue sent) => (recorded.GetValueKind(), sent.GetValueKind()) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => AgreeText(recorded.GetValue<string>(), sent.GetValue<string>(), isAddress: where.EndsWith(".url", StringComparison.Ordinal)),
        (JsonValueKind.Number, JsonValueKind.Number) when where.EndsWith($".{LineNumber}", StringComparison.Ordinal) =>
            _lines.TryAdd(recorded.GetValue<int>(), sent.GetValue<int>()) || Line(recorded.GetValue<int>()) == sent.GetValue<int>(),
        (JsonValueKind.Number, JsonValueKind.Number) => recorded.GetValue<decimal>() == sent.GetValue<decimal>(),
        var (one, other) => one == other,
    };

    private bool AgreeText(string recorded, string sent, bool isAddress)
    {
        var pattern = new StringBuilder("^");
        List<string> unbound = [];
        var end = 0;
        foreach (Match token in Pseudonyms.Token().Matches(recorded))
        {
            pattern.Append(Regex.Escape(recorded[end..token.Index]));
            end = token.Index + token.Length;
            if (_values.TryGetValue(token.Value, out var value))
            {
                pattern.Append(Regex.Escape(isAddress ? value.Replace("'", "''", StringComparison.Ordinal) : value));
            }
            else if (unbound.IndexOf(token.Value) is >= 0 and var known)
            {
                pattern.Append(CultureInfo.InvariantCulture, $"\\k<v{known}>");
            }
            else
            {
                pattern.Append(CultureInfo.InvariantCulture, $"(?<v{unbound.Count}>.+?)");
                unbound.Add(token.Value);
            }
        }

        pattern.Append(Regex.Escape(recorded[end..])).Append('$');
        var match = Regex.Match(sent, pattern.ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline);
        for (var i = 0; match.Success && i < unbound.Count; i++)
        {
            var value = match.Groups[$"v{i}"].Value;
            _values.Add(unbound[i], isAddress ? value.Replace("''", "'", StringComparison.Ordinal) : value);
        }

        return match.Success;
    }

    private int Line(int recorded) => _lines.GetValueOrDefault(recorded, recorded);

    private static string Shown(JsonNode? node) => node?.ToJsonString() ?? "null";

    [GeneratedRegex(@"(?<name>lineNumber (?:eq|ne|gt|ge|lt|le) )(?<number>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();
}
