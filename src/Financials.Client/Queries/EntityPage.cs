namespace Financials.Client;

/// <summary>One page of a list, as the service delivered it.</summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
/// <param name="items">The entities of this page.</param>
/// <param name="continuationToken">Where the next page begins; null on the last page.</param>
public sealed class EntityPage<TModel>(IReadOnlyList<TModel> items, string? continuationToken)
    where TModel : class
{
    /// <summary>The entities of this page.</summary>
    public IReadOnlyList<TModel> Items { get; } = items;

    /// <summary>
    /// Where the next page begins; null on the last page. It can be stored and given to <c>AsPages</c> in another process. It
    /// may contain the query's values, so treat it as you would treat the data.
    /// </summary>
    public string? ContinuationToken { get; } = continuationToken;
}
