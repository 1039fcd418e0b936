using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <summary>
/// The entities as they are stored, member by member: as the documented surface shows them, and what only another one has.
/// Kinds and lengths are those of the service's own tables: a code is stored trimmed and in capitals, a text as it was sent.
/// </summary>
internal static partial class EntityTypes
{
    public static EntityType Company { get; } = new("company", "companies", "Company", "name", "Name",
    [
        IdMember,
        ReadOnly("systemVersion", Text),
        ReadOnly("name", Text, 30),
        ReadOnly("displayName", Text, 250),
        ReadOnly("businessProfileId", Text, 250),
    ])
    {
        Further =
        [
            ReadOnly("timestamp", MemberKind.Decimal),
            ReadOnly("systemCreatedAt", Instant),
            ReadOnly("systemCreatedBy", Id),
            ReadOnly("systemModifiedAt", Instant),
            ReadOnly("systemModifiedBy", Id),
        ],
    };

    /// <summary>The types that the documented surface has.</summary>
    public static IReadOnlySet<EntityType> Documented =>
        field ??= new HashSet<EntityType> { Company, Currency, PaymentTerm, PaymentMethod, ShipmentMethod, Customer, Payment, Journal, Invoice };

    private static Member IdMember => ReadOnly(Wire.Id, Id);

    private static Member LastModified => ReadOnly(Wire.LastModified, Instant);

    /// <summary>The members of an entity that is made by posting or kept by the platform, and that no request changes.</summary>
    private static Member[] OnlyRead(params Member[] members) => Array.ConvertAll(members, member => member with { IsReadOnly = true });

    private static Member ReadOnly(string name, MemberKind kind, int? maxLength = null) => new(name, kind, maxLength) { IsReadOnly = true };
}
