using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>
/// A question to the service, asked when it is enumerated. Immutable: each method gives a new query. It can express only
/// what the service evaluates; anything else throws <see cref="NotSupportedException"/> and names the part.
/// </summary>
/// <remarks>
/// Enumerate it with <c>await foreach</c>. It is not an <see cref="IAsyncEnumerable{T}"/>, so that no method of LINQ can read
/// everything and filter here without being asked to: <see cref="AsAsyncEnumerable"/> asks for that.
/// </remarks>
/// <typeparam name="TModel">The entities' type.</typeparam>
public class EntityQuery<TModel>
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

    private protected OperationContext Operations => _operations;

    private protected EntityEndpoint<TModel> Endpoint => _endpoint;

    private FilterTranslator Translator([CallerMemberName] string member = "") =>
        new(Fake.Real(_endpoint, this, member).Properties.Value, "filter or sort by", _endpoint.Properties.EncodesOptions);

    /// <summary>Only entities that meet a condition, beside any given before.</summary>
    /// <param name="condition">
    /// Comparisons of a property with a value (<c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>></c>, <c>>=</c>),
    /// <c>StartsWith</c>, <c>EndsWith</c> and <c>Contains</c> of texts, and <c>string.IsNullOrEmpty</c>, joined by <c>&amp;&amp;</c>;
    /// <c>||</c> between conditions on one property; <c>!</c> of all but the searches in texts.
    /// </param>
    public virtual EntityQuery<TModel> Where(Expression<Func<TModel, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var filter = Translator().Translate(condition);
        return Asking(_query with { Filter = _query.Filter is null ? filter : $"{_query.Filter} and {filter}" });
    }

    /// <summary>Sorted by a property, from small to large, instead of any order given before.</summary>
    /// <param name="keySelector">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> OrderBy(Expression<Func<TModel, object?>> keySelector) => Asking(Fake.Real(_query, this) with { OrderBy = [Name(keySelector)] });

    /// <summary>Sorted by a property, from large to small, instead of any order given before.</summary>
    /// <param name="keySelector">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> OrderByDescending(Expression<Func<TModel, object?>> keySelector) =>
        Asking(Fake.Real(_query, this) with { OrderBy = [$"{Name(keySelector)} desc"] });

    /// <summary>Sorted by a further property, from small to large, where the order so far leaves a choice.</summary>
    /// <param name="keySelector">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> ThenBy(Expression<Func<TModel, object?>> keySelector) =>
        Asking(Fake.Real(_query, this) with { OrderBy = [.. _query.OrderBy, Name(keySelector)] });

    /// <summary>Sorted by a further property, from large to small, where the order so far leaves a choice.</summary>
    /// <param name="keySelector">The property, as in <c>c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> ThenByDescending(Expression<Func<TModel, object?>> keySelector) =>
        Asking(Fake.Real(_query, this) with { OrderBy = [.. _query.OrderBy, $"{Name(keySelector)} desc"] });

    /// <summary>At most this many entities. Sort as well, or which ones they are is left to chance.</summary>
    /// <param name="count">How many, at least one.</param>
    public virtual EntityQuery<TModel> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Asking(Fake.Real(_query, this) with { Top = Math.Min(count, _query.Top ?? int.MaxValue) });
    }

    /// <summary>Reads only these properties, and the id; the others are null in what comes back.</summary>
    /// <param name="properties">The properties, as in <c>c => c.Number, c => c.DisplayName</c>.</param>
    public virtual EntityQuery<TModel> SelectFields(params Expression<Func<TModel, object?>>[] properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var selection = new FilterTranslator(Fake.Real(_endpoint, this).Properties.Field, "select");
        return Asking(_query with { Select = [.. _query.Select.Concat(properties.Select(selection.MemberName)).Append("id").Distinct()] });
    }

    /// <summary>Reads a related entity along with each entity.</summary>
    /// <param name="navigation">The property that holds it, as in <c>c => c.Currency</c>.</param>
    public virtual EntityQuery<TModel> Expand(Expression<Func<TModel, object?>> navigation)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        var name = new FilterTranslator(Fake.Real(_endpoint, this).Properties.Navigation, "expand").MemberName(navigation);
        return Asking(_query with { Expand = [.. _query.Expand.Append(name).Distinct()] });
    }

    /// <inheritdoc cref="FinancialsClient.With"/>
    [SuppressMessage("Naming", "CA1716", Justification = "Where the name is a keyword, as in Visual Basic, it is written in brackets.")]
    public virtual EntityQuery<TModel> With(Func<CallOptions, CallOptions> configure) =>
        _operations is null ? this : new(_operations.With(configure), _endpoint, _query);

    /// <summary>Pages of another size than the service's own, for what is enumerated or listed.</summary>
    /// <param name="size">Entities a page, at least one. The service may send fewer, never more than 20,000.</param>
    public virtual EntityQuery<TModel> WithPageSize(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return Asking(Fake.Real(_query, this) with { PageSize = size });
    }

    /// <summary>Reads one entity by its id, with what the query selects and expands.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The query has a condition, an order or a limit, which an id has no use for.</exception>
    /// <exception cref="FinancialsNotFoundException">There is no entity of this id.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        Fake.Real(_query, this) is { Filter: null, OrderBy: [], Top: null }
            ? new GetOperation<TModel>(_operations, _endpoint, id, _query, _operations.NewDeadline()) { TakesReadIntent = true }.RunAsync(cancellationToken)
            : throw new InvalidOperationException("An entity that is read by its id is neither filtered nor sorted. Leave out all but SelectFields and Expand.");

    /// <summary>Reads an entity again, by its id, with what the query selects and expands.</summary>
    /// <param name="entity">An entity that was read or created.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The entity has no id.</exception>
    /// <exception cref="FinancialsNotFoundException">It is gone.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel> GetAsync(TModel entity, CancellationToken cancellationToken = default) =>
        GetAsync(StoredVersion.IdOf(_endpoint, entity), cancellationToken);

    /// <summary>How many entities meet the condition; order, limit and selection do not count.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<int> CountAsync(CancellationToken cancellationToken = default) => Fake.Real(_endpoint, this).Count(_query) is { } request
        ? await ReadOperation<int>.RunAsync(_operations, new(request, CountReader.Instance), cancellationToken).ConfigureAwait(false)
        : (await ReadAsync(Asking(new() { Filter = _query.Filter, Select = ["id"] }), cancellationToken).ConfigureAwait(false)).Count;

    /// <summary>How many entities meet a condition, beside any given before.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<int> CountAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).CountAsync(cancellationToken);

    /// <summary>Whether there is any entity.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        await FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Whether any entity meets a condition, beside any given before.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<bool> AnyAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).AnyAsync(cancellationToken);

    /// <summary>The first entity, or null where there is none.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        (await ReadAsync(Take(1), cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>The first entity that meets a condition, beside any given before, or null where there is none.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel?> FirstOrDefaultAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The first entity.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<TModel> FirstAsync(CancellationToken cancellationToken = default) =>
        await FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw None();

    /// <summary>The first entity that meets a condition, beside any given before.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel> FirstAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).FirstAsync(cancellationToken);

    /// <summary>The only entity, or null where there is none. Asks for two, to know.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(Take(2), cancellationToken).ConfigureAwait(false) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new InvalidOperationException($"Several {typeof(TModel).Name} entities meet the condition, and only one was expected. Use FirstAsync for any of them."),
        };

    /// <summary>The only entity that meets a condition, beside any given before, or null where there is none. Asks for two, to know.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel?> SingleOrDefaultAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The only entity. Asks for two, to know.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<TModel> SingleAsync(CancellationToken cancellationToken = default) =>
        await SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw None();

    /// <summary>The only entity that meets a condition, beside any given before. Asks for two, to know.</summary>
    /// <param name="condition">The condition, in the forms that <see cref="Where"/> takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel> SingleAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        Where(condition).SingleAsync(cancellationToken);

    /// <summary>
    /// All entities in one list, read within <see cref="ResilienceOptions.TotalTimeout"/>. For many of them, enumerate the query instead.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default) => ReadAsync(this, cancellationToken);

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

        return new PageSequence<TModel>(Fake.Real(_operations, this), _endpoint, _query, continuationToken, pageSizeHint ?? _query.PageSize, isOneCall: false);
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

    /// <summary>
    /// The entities as a sequence, for the methods of LINQ: from here on they work in this process, on every entity that the query
    /// gives and the service has to send for it.
    /// </summary>
    public virtual IAsyncEnumerable<TModel> AsAsyncEnumerable() => new EntitySequence(this);

    /// <summary>The same query for <c>await foreach</c>, which ends when a token is cancelled.</summary>
    /// <param name="cancellationToken">Ends the wait for a page.</param>
    public virtual ConfiguredCancelableAsyncEnumerable<TModel> WithCancellation(CancellationToken cancellationToken) =>
        AsAsyncEnumerable().WithCancellation(cancellationToken);

    private static FinancialsNotFoundException None() =>
        new($"There is no {typeof(TModel).Name} that meets the condition. Use the call that ends in OrDefaultAsync where that is no error.");

    /// <summary>All entities of a query, under one deadline.</summary>
    private static async Task<List<TModel>> ReadAsync(EntityQuery<TModel> query, CancellationToken cancellationToken)
    {
        var all = new List<TModel>();
        await foreach (var page in query.PagesOfOneCall().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.AddRange(page.Items);
        }

        return all;
    }

    /// <summary>All pages under one deadline. A fake has none, and overrides how pages are had.</summary>
    private IAsyncEnumerable<EntityPage<TModel>> PagesOfOneCall() =>
        _operations is null ? AsPages() : new PageSequence<TModel>(_operations, _endpoint, _query, null, _query.PageSize, isOneCall: true);

    private string Name(Expression<Func<TModel, object?>> keySelector, [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return Translator(member).MemberName(keySelector);
    }

    private EntityQuery<TModel> Asking(QueryText query) => new(_operations, _endpoint, query);

    private sealed class EntitySequence(EntityQuery<TModel> query) : IAsyncEnumerable<TModel>
    {
        public IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default) => query.GetAsyncEnumerator(cancellationToken);
    }
}
