using System.Globalization;
using System.Xml.Linq;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>
/// What API v2.0 says of itself at <c>$metadata</c>: the entities, sets and actions that the sandbox has. The names of the types of
/// options are not known of the service; here they are put together from the entity's and the property's.
/// </summary>
internal static class MetadataDocument
{
    private const string Namespace = "Microsoft.NAV";

    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    private static readonly (string Entity, string[] Actions)[] Actions =
    [
        ("journal", ["post"]),
        ("salesInvoice", ["post", "postAndSend", "send", "cancel", "cancelAndSend", "makeCorrectiveCreditMemo"]),
        ("salesCreditMemo", ["post"]),
    ];

    /// <summary>The document. It is the same for every sandbox.</summary>
    public static string Text => field ??= Written(Document());

    private static IEnumerable<EntityType> Types => BusinessCentralViews.All.Select(view => view.Type);

    private static string Written(XDocument document) => $"{document.Declaration}\n{document}";

    private static XDocument Document() => new(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(
            Edmx + "Edmx",
            new XAttribute(XNamespace.Xmlns + "edmx", Edmx),
            new XAttribute("Version", "4.0"),
            new XElement(
                Edmx + "DataServices",
                new XElement(Edm + "Schema", new XAttribute("Namespace", Namespace), Types.Select(Entity), Types.SelectMany(Options), BoundActions(), Container()))));

    private static XElement Entity(EntityType type) => new(
        Edm + "EntityType",
        new XAttribute("Name", type.Name),
        new XElement(Edm + "Key", new XElement(Edm + "PropertyRef", new XAttribute("Name", Wire.Id))),
        type.Members.Select(member => Property(type, member)),
        type.Navigations.Select(navigation => Navigation(navigation.Name, navigation.Target().TypeName, navigation.IsCollection)),
        type.Name == EntityTypes.Company.Name ? Types.Where(IsSet).Select(set => Navigation(set.SetName, set.Name, isCollection: true)) : []);

    private static XElement Property(EntityType type, Member member) => new(
        Edm + "Property",
        new XAttribute("Name", member.Name),
        new XAttribute("Type", TypeOf(type, member)),
        member.Name == Wire.Id ? new XAttribute("Nullable", "false") : null,
        member is { Kind: MemberKind.Text or MemberKind.Code, MaxLength: { } length } ? new XAttribute("MaxLength", length.ToString(CultureInfo.InvariantCulture)) : null,
        member.Kind is MemberKind.Decimal or MemberKind.Amount ? new XAttribute("Scale", "Variable") : null);

    private static string TypeOf(EntityType type, Member member) => member.Kind switch
    {
        MemberKind.Id => "Edm.Guid",
        MemberKind.Text or MemberKind.Code or MemberKind.DateFormula => "Edm.String",
        MemberKind.Option => $"{Namespace}.{OptionType(type, member)}",
        MemberKind.Integer => "Edm.Int32",
        MemberKind.Decimal or MemberKind.Amount => "Edm.Decimal",
        MemberKind.Flag => "Edm.Boolean",
        MemberKind.Date => "Edm.Date",
        MemberKind.Instant => "Edm.DateTimeOffset",
        MemberKind.Media => "Edm.Stream",
        _ => throw new InvalidOperationException($"There is no {member.Kind} in API v2.0."),
    };

    private static IEnumerable<XElement> Options(EntityType type) => type.Members.Where(member => member.Kind is MemberKind.Option).Select(member => new XElement(
        Edm + "EnumType",
        new XAttribute("Name", OptionType(type, member)),
        member.Options.Select((name, value) => new XElement(
            Edm + "Member", new XAttribute("Name", Wire.OptionName(name)), new XAttribute("Value", value.ToString(CultureInfo.InvariantCulture))))));

    private static string OptionType(EntityType type, Member member) => $"{type.Name}{char.ToUpperInvariant(member.Name[0])}{member.Name[1..]}";

    private static XElement Navigation(string name, string target, bool isCollection) => new(
        Edm + "NavigationProperty",
        new XAttribute("Name", name),
        new XAttribute("Type", isCollection ? $"Collection({Namespace}.{target})" : $"{Namespace}.{target}"),
        isCollection ? new XAttribute("ContainsTarget", "true") : null);

    private static IEnumerable<XElement> BoundActions() =>
        from row in Actions
        from action in row.Actions
        select new XElement(
            Edm + "Action",
            new XAttribute("Name", action),
            new XAttribute("IsBound", "true"),
            new XElement(Edm + "Parameter", new XAttribute("Name", "bindingParameter"), new XAttribute("Type", $"{Namespace}.{row.Entity}")));

    private static XElement Container() => new(
        Edm + "EntityContainer",
        new XAttribute("Name", "NAV"),
        Types.Where(IsSet).Prepend(EntityTypes.Company)
            .Select(type => new XElement(Edm + "EntitySet", new XAttribute("Name", type.SetName), new XAttribute("EntityType", $"{Namespace}.{type.Name}"))));

    /// <summary>The printed form of an invoice has no set; the companies hold the others.</summary>
    private static bool IsSet(EntityType type) => type.Name != EntityTypes.PdfDocument.Name && type.Name != EntityTypes.Company.Name;
}
