using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries.Filters;
using Microsoft.Extensions.Primitives;

namespace Financials.Client.Sandbox.Queries;

/// <summary>
/// A query, evaluated as the service does it: what it does not know it ignores, what it knows but does not evaluate makes it
/// leave out the whole filter, and the rest it checks strictly.
/// </summary>
internal sealed class ODataQuery
{
    private readonly SortOrder _order;
    private readonly Projection _projection;
    private readonly bool _count;
    private readonly int? _pageSize;
    private readonly int _skip;
    private readonly int? _left;
    private readonly IReadOnlyList<object?>? _after;

    private ODataQuery(QueryOptions options, int? pageSize, QueryShape shape)
    {
        Filter = options["$filter"] is { } filter ? Filter.Parse(filter, shape) : Filter.None;
        _order = SortOrder.Parse(options["$orderby"], shape);
        _projection = new(options["$select"], options["$expand"], shape);
        _count = options.Switch("$count");
        _pageSize = pageSize;
        _skip = options.Number("$skip") ?? 0;
        _left = options.Number("$top");
        if (options["$skiptoken"] is { } token)
        {
            (_after, _left) = Start(SkipToken.Parse(token));
            _skip = 0;
        }
    }

    /// <summary>The condition. The store may narrow the candidates by <see cref="Filter.RequiredEqualities"/> before a run.</summary>
    public Filter Filter { get; }

    /// <summary>Reads the query of a request.</summary>
    /// <param name="options">Its options, decoded; an <c>IQueryCollection</c> is such a sequence.</param>
    /// <param name="shape">What the query may name.</param>
    /// <param name="prefer">The request's <c>Prefer</c> header; null without one.</param>
    /// <exception cref="ServiceException">The service refuses the query.</exception>
    public static ODataQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> options, QueryShape shape, string? prefer = null) =>
        new(new QueryOptions(options), PageSizePreference.Read(prefer), shape);

    /// <summary>A page of the matching entities.</summary>
    /// <param name="source">All entities, or at least all that can match; in any order.</param>
    /// <param name="largestPage">The most entities that the service puts on a page.</param>
    /// <param name="navigate">Finds what <c>$expand</c> asks for.</param>
    /// <param name="topEndsPages">Whether a query with a <c>$top</c> has one page only, also where that is smaller than what was asked for.</param>
    public QueryResult Page(IEnumerable<JsonObject> source, int largestPage, Navigate navigate, bool topEndsPages = false)
    {
        var matching = Matching(source);
        int? count = null;
        if (_count)
        {
            var all = matching.ToList();
            (matching, count) = (all, all.Count);
        }

        var size = Math.Min(Math.Min(largestPage, _pageSize ?? largestPage), _left ?? int.MaxValue);
        var page = Sorted(matching).Take(size + 1).ToList();
        var left = _left - size;
        var isLast = left == 0 || (topEndsPages && left is not null);
        var next = page.Count > size && !isLast && size > 0 ? new SkipToken(_order.WirePlaceOf(page[size - 1]), left).ToString() : null;
        return new([.. page.Take(size).Select(entity => Project(entity, navigate))], count, next);
    }

    /// <summary>How many entities match; order, limit and page do not count.</summary>
    public int Count(IEnumerable<JsonObject> source) => Matching(source).Count();

    /// <summary>A copy of one entity with what the query asks for of it.</summary>
    public JsonObject Project(JsonObject entity, Navigate navigate) => _projection.Of(entity, navigate);

    /// <summary>All matching entities in one go, as they are sent inside another entity.</summary>
    public IEnumerable<JsonObject> Items(IEnumerable<JsonObject> source, Navigate navigate) =>
        Sorted(Matching(source)).Take(_left ?? int.MaxValue).Select(entity => Project(entity, navigate));

    private IEnumerable<JsonObject> Matching(IEnumerable<JsonObject> source) => source.Where(Filter.Matches);

    private IEnumerable<JsonObject> Sorted(IEnumerable<JsonObject> matching) => matching
        .Select(entity => (Entity: entity, Place: _order.PlaceOf(entity)))
        .Where(placed => _after is null || _order.Compare(placed.Place, _after) > 0)
        .OrderBy(placed => placed.Place, _order)
        .Select(placed => placed.Entity)
        .Skip(_skip);

    private (IReadOnlyList<object?> After, int? Left) Start(SkipToken token)
    {
        try
        {
            return (_order.PlaceOf(token.After), token.Left);
        }
        catch (Exception foreign) when (foreign is FormatException or InvalidOperationException)
        {
            throw SkipToken.Unknown();
        }
    }
}
