using System.Globalization;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Queries;

namespace Financials.Client.Sandbox.Model;

/// <summary>A type of entity: its members and what it is called.</summary>
internal sealed class EntityType
{
    private readonly Dictionary<string, Member> _byName;

    /// <param name="name">Its name on the wire.</param>
    /// <param name="setName">The name of its set.</param>
    /// <param name="table">The name of its table in messages.</param>
    /// <param name="key">The member that no two entities of a set agree in.</param>
    /// <param name="keyCaption">The key's name in messages.</param>
    /// <param name="members">Its members, in the order in which they are sent.</param>
    public EntityType(string name, string setName, string table, string key, string keyCaption, IReadOnlyList<Member> members)
    {
        Name = name;
        SetName = setName;
        Table = table;
        Key = key;
        KeyCaption = keyCaption;
        Members = members;
        _byName = members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        HasVersions = _byName.ContainsKey(Wire.LastModified);
    }

    public string Name { get; }

    public string SetName { get; }

    public string Table { get; }

    public string Key { get; }

    public string KeyCaption { get; }

    public IReadOnlyList<Member> Members { get; }

    /// <summary>Members that are stored as well, but that only another surface shows.</summary>
    public IReadOnlyList<Member> Further { get; init; } = [];

    /// <summary>Members that are stored as well, and that no surface shows.</summary>
    public IReadOnlyList<Member> Hidden { get; init; } = [];

    /// <summary>What a table adds up over its entities; null for nothing.</summary>
    public Func<JsonObject, decimal>? Summed { get; init; }

    /// <summary>Whether its ids are those of other entities, so that they are unique among the entities of one parent only.</summary>
    public bool BorrowsIds { get; init; }

    /// <summary>The ways to related entities.</summary>
    public IReadOnlyList<QueryNavigation> Navigations { get; init; } = [];

    /// <summary>The members that hold money, whether a surface shows them or not.</summary>
    public IReadOnlyList<string> Amounts => field ??=
        [.. Members.Concat(Further).Concat(Hidden).Where(member => member.Kind is MemberKind.Amount).Select(member => member.Name)];

    /// <summary>Whether its entities say when they were changed.</summary>
    public bool HasVersions { get; }

    /// <summary>What a query may name.</summary>
    public QueryShape Shape => field ??= new(
        Name, Members.Where(member => !member.IsWriteOnly).SelectMany(member => member.QueryMembers), Key, Navigations);

    public Member? Member(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A member that is stored, whether the surface shows it or not.</summary>
    public Member? StoredMember(string name) => Member(name) ?? Further.Concat(Hidden).FirstOrDefault(member => member.Name == name);

    /// <summary>Whether a name leads to related entities: a navigation, or the value of 2017 where that has taken the navigation's name.</summary>
    public bool LeadsTo(string name) => Navigations.Any(navigation => navigation.Name == name) || Member(name) is { Kind: MemberKind.CodeDescription };

    /// <summary>The key as a text that sorts as the keys do.</summary>
    public string KeyOf(JsonObject values) => SortableKey(_byName[Key].Kind is MemberKind.Integer
        ? values[Key]!.GetValue<int>()
        : values[Key]!.GetValue<string>());

    /// <param name="key">A value of the key member: a text, or a whole number of any type.</param>
    public static string SortableKey(object key) => key is string text
        ? text.ToUpperInvariant()
        : Convert.ToInt64(key, CultureInfo.InvariantCulture).ToString("D11", CultureInfo.InvariantCulture);

    /// <summary>An entity in which every member is blank.</summary>
    public JsonObject Blank()
    {
        var values = new JsonObject { [Wire.ETag] = "" };
        foreach (var member in Members.Concat(Further).Concat(Hidden).Where(member => !member.IsWriteOnly))
        {
            values[member.Name] = member.Initial?.DeepClone() ?? WireValue.Blank(member);
        }

        return values;
    }
}
