namespace Financials.Client.Entities;

/// <summary>Reads the present state of an entity that has been changed by somebody else.</summary>
internal static class Stale
{
    /// <returns>The present state; null where it cannot be read.</returns>
    public static async Task<TModel?> CurrentAsync<TModel>(Func<Task<TModel>> read)
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
