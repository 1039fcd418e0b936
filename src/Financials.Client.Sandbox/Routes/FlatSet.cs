using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Routes;

/// <summary>
/// Entities that belong to others, reached without their parent in the address. A create names the parent in its body, a list in
/// its filter, and both are refused without; a single entity is found by its id.
/// </summary>
/// <param name="Type">The entities' type.</param>
/// <param name="ParentMember">The member that names the parent.</param>
internal sealed record FlatSet(EntityType Type, string ParentMember)
{
    /// <summary>The set of the parent that a body or a filter names; null where there is no such parent.</summary>
    public required Func<JsonObject, EntitySet?> OfParent { get; init; }

    /// <summary>The set that an entity is in, by its id; null where there is no such entity.</summary>
    public required Func<Guid, EntitySet?> Holding { get; init; }

    /// <summary>What the service says, to a method, of a value of <see cref="ParentMember"/> that leads nowhere; it is empty where there was none.</summary>
    public required Func<string, string, ServiceException> NoParent { get; init; }

    /// <summary>All entities, where a list need not name a parent; null where it has to.</summary>
    public Func<IEnumerable<Entity>>? All { get; init; }

    /// <summary>Whether the entities can only be read.</summary>
    public bool IsReadOnly { get; init; }
}
