using System.Linq.Expressions;
using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>
/// A question to the service, asked when it is enumerated. Immutable: each method gives a new query. It can express only
/// what the service evaluates; anything else throws <see cref="NotSupportedException"/> and names the part.
/// </summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
public class EntityQuery<TModel> : IAsyncEnumerable<TModel>
    where TModel : class
{
    private readonly OperationContext _operations;
    private readonly EntityEndpoint<TModel> _endpoint;
    private readonly QueryText _query;

    internal EntityQuery(OperationContext operations, EntityEndpoint<TModel> endpoint, QueryText query)
    {
        _operations = operations;
        _endpoint = endpoint;
        _query = query;
    }

    /// <summary>For fakes in tests.</summary>
    protected EntityQuery()
    {
        _operations = null!;
        _endpoint = null!;
        _query = null!;
    }

    private FilterTranslator Translator => new(_endpoint.Properties.Values, "filter or sort by", _endpoint.Properties.EncodesOptions);

    /// <summary>Only entities that meet a condition, beside any given before.</summary>
    /// <param name="condition">
    /// Comparisons of a property with a value (<c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>></c>, <c>>=</c>),
    /// <c>StartsWith</c>, <c>EndsWith</c> and <c>Contains</c> of texts, joined by <c>&amp;&amp;</c>; <c>||</c> between conditions
    /// on one member.
    /// </param>
    public virtual EntityQuery<TModel> Where(Expression<Func<TModel, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var filter = Translator.Translate(condition);
        return With(_query with { Filter = _query.Filter is null ? filter : $"{_query.Filter} and {filter}" });
    }

    /// <summary>Sorted by a property, from small to large, instead of any order given before.</summary>
    /// <param name="member">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> OrderBy(Expression<Func<TModel, object?>> member) => With(_query with { OrderBy = [Name(member)] });

    /// <summary>Sorted by a property, from large to small, instead of any order given before.</summary>
    /// <param name="member">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> OrderByDescending(Expression<Func<TModel, object?>> member) =>
        With(_query with { OrderBy = [$"{Name(member)} desc"] });

    /// <summary>Sorted by a further property, from small to large, where the order so far leaves a choice.</summary>
    /// <param name="member">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> ThenBy(Expression<Func<TModel, object?>> member) =>
        With(_query with { OrderBy = [.. _query.OrderBy, Name(member)] });

    /// <summary>Sorted by a further property, from large to small, where the order so far leaves a choice.</summary>
    /// <param name="member">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> ThenByDescending(Expression<Func<TModel, object?>> member) =>
        With(_query with { OrderBy = [.. _query.OrderBy, $"{Name(member)} desc"] });

    /// <summary>At most this many entities. Sort as well, or which ones they are is left to chance.</summary>
    /// <param name="count">How many, at least one.</param>
    public virtual EntityQuery<TModel> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return With(_query with { Top = Math.Min(count, _query.Top ?? int.MaxValue) });
    }

    /// <summary>Reads only these properties, and the id; the others are null in what comes back.</summary>
    /// <param name="members">The properties, as in <c>c => c.Number, c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> SelectFields(params Expression<Func<TModel, object?>>[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var selection = new FilterTranslator(_endpoint.Properties.Fields, "select");
        return With(_query with { Select = [.. _query.Select.Concat(members.Select(selection.MemberName)).Append("id").Distinct()] });
    }

    /// <summary>Reads a related entity along with each entity.</summary>
    /// <param name="navigation">The property that holds it, as in <c>c => c.Currency</c>.</param>
    public virtual EntityQuery<TModel> Expand(Expression<Func<TModel, object?>> navigation)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        var name = new FilterTranslator(_endpoint.Properties.Navigations, "expand").MemberName(navigation);
        return With(_query with { Expand = [.. _query.Expand.Append(name).Distinct()] });
    }

    /// <summary>How many entities meet the condition; order, limit and selection do not count.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<int>.RunAsync(_operations, new(_endpoint.Count(_query), CountReader.Instance), cancellationToken);

    /// <summary>How many entities meet a condition, beside any given before.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<int> CountAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).CountAsync(cancellationToken);

    /// <summary>Whether any entity meets a condition, beside any given before.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<bool> AnyAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        await FirstOrDefaultAsync(condition, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>The first entity that meets a condition, beside any given before, or null where there is none.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel?> FirstOrDefaultAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The first entity, or null where there is none.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var page in Take(1).PagesOfOneCall().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // The first page may be empty and a later one not.
            if (page.Items.Count > 0)
            {
                return page.Items[0];
            }
        }

        return null;
    }

    /// <summary>
    /// All entities in one list, read within <see cref="ResilienceOptions.TotalTimeout"/>. For many of them, enumerate the query instead.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<TModel>();
        await foreach (var page in PagesOfOneCall().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.AddRange(page.Items);
        }

        return all;
    }

    /// <summary>The entities page by page.</summary>
    /// <param name="continuationToken">
    /// The token of the page after which to go on; null to start at the beginning. It carries the whole query it came from, so
    /// the conditions of this query do not apply to it.
    /// </param>
    /// <param name="pageSizeHint">Entities a page; null for the service's own size. The service may send fewer, never more than 20,000.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual IAsyncEnumerable<EntityPage<TModel>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        if (pageSizeHint is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(pageSizeHint));
        }

        return new PageSequence<TModel>(_operations, _endpoint, _query, continuationToken, pageSizeHint, isOneCall: false);
    }

    /// <summary>The entities one by one; pages are read as they are needed.</summary>
    /// <param name="cancellationToken">Ends the wait for a page.</param>
    public virtual async IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var entity in page.Items)
            {
                yield return entity;
            }
        }
    }

    /// <summary>All pages under one deadline. A fake has none, and overrides how pages are had.</summary>
    private IAsyncEnumerable<EntityPage<TModel>> PagesOfOneCall() =>
        _operations is null ? AsPages() : new PageSequence<TModel>(_operations, _endpoint, _query, null, null, isOneCall: true);

    private string Name(Expression<Func<TModel, object?>> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Translator.MemberName(member);
    }

    private EntityQuery<TModel> With(QueryText query) => new(_operations, _endpoint, query);
}
