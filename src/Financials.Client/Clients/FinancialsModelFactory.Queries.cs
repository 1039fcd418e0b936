using Financials.Client.Clients;

namespace Financials.Client;

/// <content>Queries over lists.</content>
public static partial class FinancialsModelFactory
{
    /// <summary>A query over a list in memory, for fakes: conditions, orders, limits and every way to read it work on the list.</summary>
    /// <typeparam name="TModel">The entities' type.</typeparam>
    /// <param name="items">The entities; what is selected or expanded makes no difference to them.</param>
    public static EntityQuery<TModel> Query<TModel>(IEnumerable<TModel> items)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(items);
        return new ListQuery<TModel>(items);
    }
}
