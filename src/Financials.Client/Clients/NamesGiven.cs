using Financials.Client.Models;

namespace Financials.Client.Clients;

/// <summary>Tells a person who gave a name that does not exist which names do.</summary>
internal static class NamesGiven
{
    /// <summary>How many names a text holds.</summary>
    public const int Most = 10;

    /// <summary>A code or number as the service stores it.</summary>
    public static string AsStored(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return code.Trim().ToUpperInvariant();
    }

    /// <summary>The entity of a code or number.</summary>
    /// <param name="matching">Those that have it.</param>
    /// <param name="all">All of them, in the order of their codes.</param>
    /// <param name="codeOf">The code of one.</param>
    /// <param name="missing">A sentence that says that there is none.</param>
    /// <param name="kind">What they are, for the names of those that there are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<TModel> FindAsync<TModel>(
        EntityQuery<TModel> matching, EntityQuery<TModel> all, Func<TModel, string?> codeOf, string missing, string kind, CancellationToken cancellationToken)
        where TModel : class
    {
        if (await matching.FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } found && ((IEntity<TModel>)found).Id is not null)
        {
            return found;
        }

        var others = await all.Take(Most + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        throw new FinancialsNotFoundException($"{missing} {Of(kind, others.Select(codeOf))}");
    }

    public static string Of(string kind, IEnumerable<string?> names)
    {
        List<string> known = [.. names.OfType<string>().Order(StringComparer.Ordinal)];
        var listed = string.Join(", ", known.Take(Most).Select(name => $"'{name}'"));
        return known.Count switch
        {
            0 => $"There is no {kind} that the token's owner may see.",
            1 => $"There is only {listed}.",
            <= Most => $"There are {listed}.",
            _ => $"Among others there are {listed}.",
        };
    }
}
