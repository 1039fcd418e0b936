using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries;

/// <summary>What of each entity is sent.</summary>
internal sealed class Projection
{
    private const string Everything = "*";

    private readonly QueryShape _shape;
    private readonly IReadOnlySet<string> _selected;
    private readonly IReadOnlyList<Expansion> _expansions;

    /// <param name="select">The value of <c>$select</c>; null for all members.</param>
    /// <param name="expand">The value of <c>$expand</c>; null for no related entities.</param>
    /// <param name="shape">What they may name.</param>
    public Projection(string? select, string? expand, QueryShape shape)
    {
        var names = select?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        _shape = shape;
        _selected = names is [] || names.Contains(Everything) ? shape.Roots : names.Select(shape.Selectable).Append("id").ToHashSet(StringComparer.Ordinal);
        _expansions = Expansion.Parse(expand, shape);
    }

    /// <summary>A copy with the members asked for. The id and control information such as the ETag always come along.</summary>
    public JsonObject Of(JsonObject entity, Navigate navigate)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in entity.Where(member => IsSent(member.Key)))
        {
            copy[name] = value?.DeepClone();
        }

        foreach (var expansion in _expansions)
        {
            copy[expansion.Name] = expansion.Of(_shape, entity, navigate);
        }

        return copy;
    }

    /// <summary>Control information of a member comes along with the member.</summary>
    private bool IsSent(string name) => name.StartsWith('@') || _selected.Contains(name.Split('@')[0]);
}
