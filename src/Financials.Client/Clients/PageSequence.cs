using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client.Clients;

/// <summary>Reads page after page until the service names no next one.</summary>
/// <param name="operations">How operations are run.</param>
/// <param name="endpoint">The set.</param>
/// <param name="query">What is asked for.</param>
/// <param name="continuationToken">Where to go on; null for the beginning.</param>
/// <param name="pageSize">How many entities a page should have; null for the service's own size.</param>
/// <param name="isOneCall">
/// Whether all pages share one deadline. Otherwise one begins with each page that has entities: what the caller does with them takes
/// its own time, and pages without any must not go on for ever.
/// </param>
internal sealed class PageSequence<TModel>(
    OperationContext operations, EntityEndpoint<TModel> endpoint, QueryText query, string? continuationToken, int? pageSize, bool isOneCall)
    : IAsyncEnumerable<EntityPage<TModel>>
    where TModel : class
{
    public async IAsyncEnumerator<EntityPage<TModel>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var left = query.Top ?? int.MaxValue;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = continuationToken;
        var deadline = operations.NewDeadline();
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (next is not null && !seen.Add(next))
            {
                throw new FinancialsException("The service named the same next page a second time. Following it would never end.");
            }

            var request = next is null ? endpoint.List(query, pageSize) : endpoint.Next(next, pageSize);
            var read = new ReadOperation<EntityPage<TModel>>(operations, request, endpoint.Page, deadline) { TakesReadIntent = true };
            var page = await read.RunAsync(cancellationToken).ConfigureAwait(false);
            next = page.ContinuationToken;

            // The service's own limit should have ended the list; a page too many must not lengthen it.
            if (page.Items.Count >= left)
            {
                yield return new([.. page.Items.Take(left)], null);
                yield break;
            }

            left -= page.Items.Count;
            yield return page;
            if (!isOneCall && page.Items.Count > 0)
            {
                deadline = operations.NewDeadline();
            }
        }
        while (next is not null);
    }
}
