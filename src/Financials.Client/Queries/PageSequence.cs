using Financials.Client.Dialects;

namespace Financials.Client.Queries;

/// <summary>Reads page after page until the service names no next one.</summary>
internal sealed class PageSequence<TModel>(IEntityEndpoint<TModel> endpoint, QueryText query, string? continuationToken, int? pageSize)
    : IAsyncEnumerable<EntityPage<TModel>>
    where TModel : class
{
    public async IAsyncEnumerator<EntityPage<TModel>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var left = query.Top ?? int.MaxValue;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = continuationToken;
        var first = next is null;
        while (first || next is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (next is not null && !seen.Add(next))
            {
                throw new FinancialsException("The service named the same next page a second time. Following it would never end.");
            }

            var page = first
                ? await endpoint.ReadPageAsync(query, pageSize, cancellationToken).ConfigureAwait(false)
                : await endpoint.ReadPageAsync(next!, pageSize, cancellationToken).ConfigureAwait(false);
            first = false;
            next = page.ContinuationToken;

            // The service's own limit should have ended the list; a page too many must not lengthen it.
            if (page.Items.Count >= left)
            {
                yield return new([.. page.Items.Take(left)], null);
                yield break;
            }

            left -= page.Items.Count;
            yield return page;
        }
    }
}
