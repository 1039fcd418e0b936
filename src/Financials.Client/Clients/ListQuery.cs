using System.Linq.Expressions;

namespace Financials.Client.Clients;

/// <summary>A query over a list in memory, for fakes: every call of a query works on it.</summary>
internal sealed class ListQuery<TModel>(IEnumerable<TModel> items) : EntityQuery<TModel>
    where TModel : class
{
    public override EntityQuery<TModel> Where(Expression<Func<TModel, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new ListQuery<TModel>(items.Where(condition.Compile(preferInterpretation: true)));
    }

    public override EntityQuery<TModel> OrderBy(Expression<Func<TModel, object?>> keySelector) => new ListQuery<TModel>(items.OrderBy(Key(keySelector)));

    public override EntityQuery<TModel> OrderByDescending(Expression<Func<TModel, object?>> keySelector) =>
        new ListQuery<TModel>(items.OrderByDescending(Key(keySelector)));

    public override EntityQuery<TModel> ThenBy(Expression<Func<TModel, object?>> keySelector) =>
        new ListQuery<TModel>(items is IOrderedEnumerable<TModel> ordered ? ordered.ThenBy(Key(keySelector)) : items.OrderBy(Key(keySelector)));

    public override EntityQuery<TModel> ThenByDescending(Expression<Func<TModel, object?>> keySelector) =>
        new ListQuery<TModel>(items is IOrderedEnumerable<TModel> ordered ? ordered.ThenByDescending(Key(keySelector)) : items.OrderByDescending(Key(keySelector)));

    public override EntityQuery<TModel> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new ListQuery<TModel>(items.Take(count));
    }

    /// <summary>The list has whole entities, and they are given whole.</summary>
    public override EntityQuery<TModel> SelectFields(params Expression<Func<TModel, object?>>[] properties) => this;

    public override EntityQuery<TModel> Expand(Expression<Func<TModel, object?>> navigation) => this;

    public override EntityQuery<TModel> WithPageSize(int size) => this;

    public override Task<TModel> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        items.FirstOrDefault(item => StoredVersion.IdOf(null, item) == id) is { } found
            ? Task.FromResult(found)
            : Task.FromException<TModel>(new FinancialsNotFoundException($"The list has no {typeof(TModel).Name} of the id {id}."));

    public override Task<int> CountAsync(CancellationToken cancellationToken = default) => Task.FromResult(items.Count());

    public override async IAsyncEnumerable<EntityPage<TModel>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return new EntityPage<TModel>([.. items], null);
    }

    private static Func<TModel, object?> Key(Expression<Func<TModel, object?>> keySelector)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return keySelector.Compile(preferInterpretation: true);
    }
}
