using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Queries;

namespace Financials.Client.Sandbox.Model;

/// <summary>A member of an entity, as the surface declares it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="MaxLength">The most characters that it takes; null where there is no limit.</param>
internal sealed record Member(string Name, MemberKind Kind, int? MaxLength = null)
{
    /// <summary>Whether the service refuses a body that has it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether it is taken but never given, as the documents show it.</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>What a new entity has before anything is written; null for nothing.</summary>
    public JsonValue? Initial { get; init; }

    /// <summary>The texts of an option; the first stands for nothing.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What of it a query can name: itself, or its parts.</summary>
    public IEnumerable<QueryMember> QueryMembers => Kind switch
    {
        MemberKind.Address => AddressParts.All.Select(part => new QueryMember($"{Name}/{part.Name}", part.Kind is MemberKind.Code ? ValueKind.Code : ValueKind.Text)),
        MemberKind.CodeDescription => [new($"{Name}/code", ValueKind.Code), new($"{Name}/description", ValueKind.Text)],
        _ => [new(Name, QueryKind)],
    };

    private ValueKind QueryKind => Kind switch
    {
        MemberKind.Id => ValueKind.Id,
        MemberKind.Code => ValueKind.Code,
        MemberKind.DateFormula => ValueKind.Formula,
        MemberKind.Integer or MemberKind.Decimal or MemberKind.Amount => ValueKind.Number,
        MemberKind.Flag => ValueKind.Flag,
        MemberKind.Date => ValueKind.Date,
        MemberKind.Instant => ValueKind.Instant,
        _ => ValueKind.Text,
    };
}
