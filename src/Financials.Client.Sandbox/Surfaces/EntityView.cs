using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>How a surface shows a type of entity.</summary>
internal sealed class EntityView
{
    private readonly Dictionary<string, Column>? _columns;

    /// <summary>Shows the entities as they are stored.</summary>
    public EntityView(EntityType type) => Type = type;

    /// <param name="stored">The type as it is stored.</param>
    /// <param name="columns">The members, in the order in which they are sent.</param>
    /// <param name="navigations">The ways to related entities.</param>
    public EntityView(EntityType stored, IReadOnlyList<Column> columns, IReadOnlyList<QueryNavigation> navigations)
    {
        _columns = columns.ToDictionary(column => column.Member.Name, StringComparer.Ordinal);
        Type = new(stored.Name, stored.SetName, stored.Table, stored.Key, stored.KeyCaption, [.. columns.Select(column => column.Member)])
        {
            Navigations = navigations,
        };
    }

    /// <summary>The type as the surface has it.</summary>
    public EntityType Type { get; }

    /// <summary>A stored entity as the surface shows it.</summary>
    /// <param name="values">The entity as it is stored.</param>
    /// <param name="home">The address of its company, for what is shown as an address.</param>
    public JsonObject Shown(JsonObject values, string home)
    {
        if (_columns is null)
        {
            return values;
        }

        var shown = new JsonObject { [Wire.ETag] = values.Text(Wire.ETag) };
        foreach (var (name, column) in _columns)
        {
            if (column.Address is null)
            {
                shown[name] = column.Read(values);
                continue;
            }

            if (column.IsEditable)
            {
                shown[$"{name}@odata.mediaEditLink"] = $"{home}/{column.Address(values)}";
            }

            shown[$"{name}@odata.mediaReadLink"] = $"{home}/{column.Address(values)}";
        }

        return shown;
    }

    /// <summary>What was sent, as it is to be stored.</summary>
    /// <param name="sent">The members of a body.</param>
    /// <param name="current">The stored entity as it is, for what is sent in parts and stored as a whole; null for a new one.</param>
    public JsonObject Stored(JsonObject sent, JsonObject? current)
    {
        if (_columns is null)
        {
            return sent;
        }

        var stored = new JsonObject();
        foreach (var (name, value) in sent)
        {
            _columns[name].Write(stored, current, value?.DeepClone());
        }

        return stored;
    }
}
