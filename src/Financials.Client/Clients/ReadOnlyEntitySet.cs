using System.Linq.Expressions;
using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>A set of entities that can be read. Thread-safe.</summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
public abstract class ReadOnlyEntitySet<TModel> : IAsyncEnumerable<TModel>
    where TModel : class
{
    private protected ReadOnlyEntitySet(OperationContext operations, EntityEndpoint<TModel> endpoint)
    {
        Operations = operations;
        Endpoint = endpoint;
    }

    /// <summary>For fakes in tests.</summary>
    protected ReadOnlyEntitySet()
    {
        Operations = null!;
        Endpoint = null!;
    }

    private protected OperationContext Operations { get; }

    private protected EntityEndpoint<TModel> Endpoint { get; }

    private EntityQuery<TModel> All => new(Operations, Endpoint, QueryText.All);

    /// <summary>Reads one entity.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is no entity of this id.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<TModel> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        new GetOperation<TModel>(Operations, Endpoint, id, Operations.NewDeadline()) { TakesReadIntent = true }.RunAsync(cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.Where"/>
    public virtual EntityQuery<TModel> Where(Expression<Func<TModel, bool>> condition) => All.Where(condition);

    /// <inheritdoc cref="EntityQuery{TModel}.OrderBy"/>
    public virtual EntityQuery<TModel> OrderBy(Expression<Func<TModel, object?>> member) => All.OrderBy(member);

    /// <inheritdoc cref="EntityQuery{TModel}.OrderByDescending"/>
    public virtual EntityQuery<TModel> OrderByDescending(Expression<Func<TModel, object?>> member) => All.OrderByDescending(member);

    /// <inheritdoc cref="EntityQuery{TModel}.Take"/>
    public virtual EntityQuery<TModel> Take(int count) => All.Take(count);

    /// <inheritdoc cref="EntityQuery{TModel}.SelectFields"/>
    public virtual EntityQuery<TModel> SelectFields(params Expression<Func<TModel, object?>>[] members) => All.SelectFields(members);

    /// <inheritdoc cref="EntityQuery{TModel}.Expand"/>
    public virtual EntityQuery<TModel> Expand(Expression<Func<TModel, object?>> navigation) => All.Expand(navigation);

    /// <summary>How many entities there are.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => All.CountAsync(cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.CountAsync(Expression{Func{TModel, bool}}, CancellationToken)"/>
    public virtual Task<int> CountAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        All.CountAsync(condition, cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.AnyAsync"/>
    public virtual Task<bool> AnyAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        All.AnyAsync(condition, cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.FirstOrDefaultAsync(Expression{Func{TModel, bool}}, CancellationToken)"/>
    public virtual Task<TModel?> FirstOrDefaultAsync(Expression<Func<TModel, bool>> condition, CancellationToken cancellationToken = default) =>
        All.FirstOrDefaultAsync(condition, cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.FirstOrDefaultAsync(CancellationToken)"/>
    public virtual Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => All.FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.ToListAsync"/>
    public virtual Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default) => All.ToListAsync(cancellationToken);

    /// <inheritdoc cref="EntityQuery{TModel}.AsPages"/>
    public virtual IAsyncEnumerable<EntityPage<TModel>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        All.AsPages(continuationToken, pageSizeHint);

    /// <summary>For the sets whose entities say when they were last changed.</summary>
    private protected ChangeSequence<TModel> Changes(
        ChangeWatermark watermark, Func<TModel, DateTimeOffset?> changedAt, TimeSpan? overlap, int? pageSizeHint) =>
        new(Operations, Endpoint, changedAt, watermark, overlap ?? ChangeSequence<TModel>.DefaultOverlap, pageSizeHint);

    /// <inheritdoc cref="EntityQuery{TModel}.GetAsyncEnumerator"/>
    public virtual IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        All.GetAsyncEnumerator(cancellationToken);
}
