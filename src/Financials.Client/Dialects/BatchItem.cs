namespace Financials.Client.Dialects;

/// <summary>The response to one request of several that were sent in one.</summary>
/// <param name="Place">Which request it belongs to, from zero.</param>
/// <param name="Status">The status.</param>
/// <param name="Entity">The entity; null where the request failed.</param>
internal readonly record struct BatchItem<TModel>(int Place, int Status, TModel? Entity)
    where TModel : class
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
