using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>A member as a surface shows it, and how it is got from the stored entity.</summary>
/// <param name="Member">The member.</param>
/// <param name="Read">Its value in a stored entity, as a node of its own.</param>
internal sealed record Column(Member Member, Func<JsonObject, JsonNode?> Read)
{
    /// <summary>Writes a sent value among the members to be stored. The second argument is the stored entity as it is; null for a new one.</summary>
    public Action<JsonObject, JsonObject?, JsonNode?> Write { get; init; } =
        (_, _, _) => throw new InvalidOperationException($"'{Member.Name}' is calculated.");

    /// <summary>For bytes, where they are: a path behind the company. Null for everything else.</summary>
    public Func<JsonObject, string>? Address { get; init; }

    /// <summary>Whether bytes can be written at their address.</summary>
    public bool IsEditable { get; init; }

    /// <summary>Bytes, of which an entity shows only where they are.</summary>
    public static Column At(Member member, Func<JsonObject, string> address, bool isEditable) => new(member, _ => null) { Address = address, IsEditable = isEditable };

    /// <summary>A member that is stored as it is shown, except that an option's name is escaped as a name in XML is.</summary>
    public static Column Of(Member member) => new(member, member.Kind is MemberKind.Option
        ? values => Wire.OptionName(values.Text(member.Name))
        : values => values[member.Name]?.DeepClone())
    {
        Write = (stored, _, value) => stored[member.Name] = value,
    };

    /// <summary>A property that a create ignores; a change may name only what is there.</summary>
    public static Column PassedOverInACreate(Member member) => Of(member) with
    {
        Write = (stored, current, value) =>
        {
            if (current is not null)
            {
                stored[member.Name] = value;
            }
        },
    };

    /// <summary>The parts of an address, each a member of the entity itself.</summary>
    /// <param name="address">The address as it is stored.</param>
    /// <param name="names">The names of both lines of the street, city, state, country and postal code.</param>
    public static IEnumerable<Column> OfAddress(Member address, IReadOnlyList<string> names) =>
    [
        Line(address, names[0], Street.LongestLine1, street => street.Line1, (street, text) => street with { Line1 = text }),
        Line(address, names[1], Street.LongestLine2, street => street.Line2, (street, text) => street with { Line2 = text }),
        .. AddressParts.All.Skip(1).Zip(names.Skip(2), (part, name) => Part(address, new(name, part.Kind, part.MaxLength), part.Name)),
    ];

    private static Column Line(Member address, string name, int maxLength, Func<Street, string> read, Func<Street, string, Street> write) =>
        Part(address, new(name, MemberKind.Text, maxLength), AddressParts.Street) with
        {
            Read = values => read(StreetOf(values[address.Name]!)),
            Write = (stored, current, value) =>
            {
                var parts = Parts(address, stored, current);
                parts[AddressParts.Street] = write(StreetOf(parts), value!.GetValue<string>()).ToString();
            },
        };

    private static Column Part(Member address, Member member, string part) =>
        new(member with { IsReadOnly = address.IsReadOnly }, values => values[address.Name]!.AsObject().Text(part))
        {
            Write = (stored, current, value) => Parts(address, stored, current)[part] = value,
        };

    private static Street StreetOf(JsonNode address) => Street.Parse(address.AsObject().Text(AddressParts.Street));

    /// <summary>The address to be stored: the present one, until a part of it is written.</summary>
    private static JsonObject Parts(Member address, JsonObject stored, JsonObject? current)
    {
        stored[address.Name] ??= current?[address.Name]!.DeepClone() ?? WireValue.Blank(address);
        return stored[address.Name]!.AsObject();
    }
}
