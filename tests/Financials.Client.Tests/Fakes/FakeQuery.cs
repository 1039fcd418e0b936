using System.Linq.Expressions;

namespace Financials.Client.Tests.Fakes;

/// <summary>A query over a list in memory. Pages are what everything else of a query is read from.</summary>
internal sealed class FakeQuery<TModel>(IEnumerable<TModel> entities) : EntityQuery<TModel>
    where TModel : class
{
    public override EntityQuery<TModel> Where(Expression<Func<TModel, bool>> condition) => new FakeQuery<TModel>(entities.Where(condition.Compile()));

    public override EntityQuery<TModel> OrderByDescending(Expression<Func<TModel, object?>> member) =>
        new FakeQuery<TModel>(entities.OrderByDescending(member.Compile()));

    public override EntityQuery<TModel> Take(int count) => new FakeQuery<TModel>(entities.Take(count));

    public override Task<int> CountAsync(CancellationToken cancellationToken = default) => Task.FromResult(entities.Count());

    public override async IAsyncEnumerable<EntityPage<TModel>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        await Task.Yield();
        yield return new EntityPage<TModel>([.. entities], null);
    }
}
