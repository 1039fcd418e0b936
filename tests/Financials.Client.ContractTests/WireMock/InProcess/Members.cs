using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>The members of an object in a mapping, none of which may be unknown.</summary>
internal sealed class Members
{
    private readonly string _path;
    private readonly JsonObject _json;

    /// <param name="path">The members that lead to the object, with a dot behind each; empty for the mapping.</param>
    /// <param name="json">The object.</param>
    /// <param name="known">The members that it may have; where there are none, it may have any.</param>
    public Members(string path, JsonObject json, params string[] known)
    {
        (_path, _json) = (path, json);
        if (known.Length > 0 && json.Select(member => member.Key).Except(known).FirstOrDefault() is { } unknown)
        {
            throw Refusal(unknown, "is unknown to this server");
        }
    }

    public IEnumerable<string> Names => _json.Select(member => member.Key);

    public bool Has(string name) => _json.ContainsKey(name);

    /// <summary>A member that is an object.</summary>
    public Members Object(string name, params string[] known) =>
        new($"{_path}{name}.", _json[name] as JsonObject ?? throw Refusal(name, "is not an object"), known);

    /// <summary>The objects of a member that is an array; none where it is missing.</summary>
    public IEnumerable<Members> Objects(string name, params string[] known) => Json(name) switch
    {
        null => [],
        JsonArray array => array.Select((item, index) =>
            new Members($"{_path}{name}[{index}].", item as JsonObject ?? throw Refusal(name, "is not an array of objects"), known)),
        _ => throw Refusal(name, "is not an array"),
    };

    /// <summary>A member of any kind; null where it is missing.</summary>
    public JsonNode? Json(string name) => _json[name];

    public string Text(string name) =>
        Json(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Refusal(name, "is not a string");

    public int Number(string name) =>
        Json(name) is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Refusal(name, "is not a whole number");

    /// <summary>What to throw because of a member.</summary>
    public InvalidOperationException Refusal(string name, string problem) =>
        new($"The mapping was refused: its member '{_path}{name}' {problem}.");
}
