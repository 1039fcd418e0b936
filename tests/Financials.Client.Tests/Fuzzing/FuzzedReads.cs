namespace Financials.Client.Tests.Fuzzing;

/// <summary>The calls that every set has.</summary>
internal static class FuzzedReads
{
    /// <param name="name">The set's name in reports.</param>
    /// <param name="id">The id of the entity that the service has.</param>
    /// <param name="set">The set.</param>
    /// <param name="idOf">An entity's id.</param>
    public static IEnumerable<FuzzOperation> Of<TModel>(
        string name, Guid id, Func<FinancialsClient, ReadOnlyEntitySet<TModel>> set, Func<TModel, Guid?> idOf)
        where TModel : class =>
    [
        new(name, "get", async (client, _) => FuzzOperation.Check(idOf(await set(client).GetAsync(id)), id)),
        new(name, "list", async (client, _) => await ListAsync(set(client))),
    ];

    private static async Task<string?> ListAsync<TModel>(ReadOnlyEntitySet<TModel> set)
        where TModel : class
    {
        await foreach (var page in set.AsPages())
        {
            if (page.Items.Any(item => item is null))
            {
                return "gives a page with a null";
            }
        }

        return null;
    }
}
