namespace Financials.Client.Entities;

/// <summary>Gives the error for a stale version the present state, as far as that can be read.</summary>
internal static class Stale
{
    public static async Task<TModel> WithCurrentAsync<TModel>(Func<Task<TModel>> change, Func<Task<TModel>> read)
        where TModel : class
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (FinancialsStaleException stale)
        {
            throw stale.With(await ReadAsync(read).ConfigureAwait(false));
        }
    }

    public static Task WithCurrentAsync<TModel>(Func<Task> change, Func<Task<TModel>> read)
        where TModel : class => WithCurrentAsync<TModel>(
            async () =>
            {
                await change().ConfigureAwait(false);
                return null!;
            },
            read);

    private static async Task<TModel?> ReadAsync<TModel>(Func<Task<TModel>> read)
        where TModel : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (FinancialsException)
        {
            // That the entity is stale is what the caller has to know; its present state is an extra that could not be had.
            return null;
        }
    }
}
