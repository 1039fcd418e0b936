using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries;

/// <summary>A member that can be filtered and sorted by.</summary>
/// <param name="path">Its wire name, or a path such as <c>address/city</c>.</param>
/// <param name="kind">What it holds.</param>
internal sealed class QueryMember(string path, ValueKind kind)
{
    private readonly string[] _steps = path.Split('/');

    public string Path => path;

    public ValueKind Kind => kind;

    /// <summary>The member of the entity itself that this is, or is a part of.</summary>
    public string Root => _steps[0];

    public object? Read(JsonObject entity) => kind.Read(Find(entity));

    /// <summary>The wire value; null where the entity has none.</summary>
    public JsonNode? Find(JsonObject entity)
    {
        JsonNode? node = entity;
        foreach (var step in _steps)
        {
            node = (node as JsonObject)?[step];
        }

        return node;
    }
}
