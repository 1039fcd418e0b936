using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries;

/// <summary>What a query may name of one type of entity.</summary>
internal sealed class QueryShape
{
    private const string Id = "id";

    private readonly Dictionary<string, QueryMember> _members;
    private readonly HashSet<string> _roots;
    private readonly Dictionary<string, QueryNavigation> _navigations;

    /// <param name="typeName">The type's name in error texts, without namespace.</param>
    /// <param name="members">Every member that is not a structure, the parts of structures by their paths. One has to be <c>id</c> or the key.</param>
    /// <param name="key">The member that entities are sorted by where a query does not say; null for the id.</param>
    /// <param name="navigations">The ways to related entities.</param>
    public QueryShape(string typeName, IEnumerable<QueryMember> members, string? key = null, IEnumerable<QueryNavigation>? navigations = null)
    {
        TypeName = typeName;
        _members = members.ToDictionary(member => member.Path, StringComparer.Ordinal);
        _roots = _members.Values.Select(member => member.Root).ToHashSet(StringComparer.Ordinal);
        _navigations = (navigations ?? []).ToDictionary(navigation => navigation.Name, StringComparer.Ordinal);
        DefaultOrder = [.. new[] { key, Id }.OfType<string>().Distinct().Where(_members.ContainsKey).Select(name => _members[name])];
    }

    public string TypeName { get; }

    /// <summary>What decides where a query does not; no two entities are alike in all of it.</summary>
    public IReadOnlyList<QueryMember> DefaultOrder { get; }

    /// <summary>The members of the entity itself, structures among them.</summary>
    public IReadOnlySet<string> Roots => _roots;

    public QueryMember Member(string path) => _members.TryGetValue(path, out var member) ? member : throw Unknown(path);

    /// <summary>The name of a member of the entity itself, structures among them, found in any letter case.</summary>
    public string Selectable(string name) => _roots.Contains(name) || _navigations.ContainsKey(name)
        ? name
        : _roots.FirstOrDefault(root => root.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(name);

    public QueryNavigation Navigation(string name)
    {
        if (_navigations.TryGetValue(name, out var navigation))
        {
            return navigation;
        }

        throw _roots.Contains(name)
            ? ServiceException.InvalidQuery(
                $"Property '{name}' on type 'Microsoft.NAV.{TypeName}' is not a navigation property or complex property. Only navigation properties can be expanded.")
            : Unknown(name);
    }

    private ServiceException Unknown(string name) =>
        ServiceException.InvalidQuery($"Could not find a property named '{name}' on type 'Microsoft.NAV.{TypeName}'.");
}
