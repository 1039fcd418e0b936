using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries;

/// <summary>The order of a result. It is total, so that a next page can begin after an entity rather than at an index.</summary>
internal sealed class SortOrder : IComparer<IReadOnlyList<object?>>
{
    private readonly (QueryMember Member, bool Descending)[] _terms;

    private SortOrder(IEnumerable<(QueryMember Member, bool Descending)> terms) => _terms = [.. terms];

    /// <param name="orderBy">The value of <c>$orderby</c>; null for the default order.</param>
    /// <param name="shape">What it may name.</param>
    public static SortOrder Parse(string? orderBy, QueryShape shape)
    {
        var asked = (orderBy?.Split(',') ?? []).Select(term => Term(term, orderBy!, shape));
        return new(asked.Concat(shape.DefaultOrder.Select(member => (member, false))));
    }

    /// <summary>Where an entity stands in the order.</summary>
    public IReadOnlyList<object?> PlaceOf(JsonObject entity) => [.. _terms.Select(term => term.Member.Read(entity))];

    /// <summary>The values that its place depends on, as they are on the wire.</summary>
    public JsonArray WirePlaceOf(JsonObject entity) => [.. _terms.Select(term => term.Member.Find(entity)?.DeepClone())];

    /// <summary>The place that <see cref="WirePlaceOf"/> gave.</summary>
    public IReadOnlyList<object?> PlaceOf(JsonArray wire) => wire.Count == _terms.Length
        ? [.. wire.Zip(_terms, (value, term) => term.Member.Kind.Read(value))]
        : throw new FormatException("The place is one of another order.");

    public int Compare(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            var order = _terms[i].Member.Kind.Compare(x![i], y![i]);
            if (order != 0)
            {
                return _terms[i].Descending ? -order : order;
            }
        }

        return 0;
    }

    private static (QueryMember Member, bool Descending) Term(string term, string orderBy, QueryShape shape) =>
        term.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var path] => (shape.Member(path), false),
            [var path, "asc" or "desc"] parts => (shape.Member(path), parts[1] == "desc"),
            _ => throw ServiceException.UnreadableQuery($"Syntax error at position {orderBy.Length} in '{orderBy}'."),
        };
}
