using System.Runtime.CompilerServices;

namespace Financials.Client.Operations;

/// <summary>Works on what a source gives in groups of what is ready at the same time, as large and as many as the pace allows.</summary>
internal static class GroupedWork
{
    /// <param name="items">The source.</param>
    /// <param name="pace">How large and how many.</param>
    /// <param name="work">Works on a group.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, BatchPace pace, Func<List<TItem>, Task<GroupResults<TResult>>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResult : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = items.GetAsyncEnumerator(stop.Token);
        var next = source.MoveNextAsync().AsTask();
        var group = new List<TItem>();
        var underWay = new List<Task<GroupResults<TResult>>>();
        try
        {
            while (group.Count > 0 || underWay.Count > 0 || await next.ConfigureAwait(false))
            {
                if (next is { IsCompletedSuccessfully: true, Result: true } && group.Count < pace.Size)
                {
                    group.Add(source.Current);
                    next = source.MoveNextAsync().AsTask();
                }
                else if (group.Count > 0 && underWay.Count < pace.Concurrency)
                {
                    // It is full, or the source has nothing more at the moment: no item waits for one that has not come yet.
                    underWay.Add(work(group));
                    group = [];
                }
                else if (await AnyAsync(underWay, next).ConfigureAwait(false) is { } done)
                {
                    underWay.Remove(done);
                    var (results, failure) = await done.ConfigureAwait(false);
                    foreach (var result in results)
                    {
                        yield return result;
                    }

                    failure?.Throw();
                }
            }
        }
        finally
        {
            // When one fails, or the caller has seen enough, the others come to their ends first. Theirs is not the failure that the caller
            // is told of.
            await Task.WhenAll(underWay.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A sequence that is there already.</summary>
    public static async IAsyncEnumerable<TItem> Of<TItem>(IEnumerable<TItem> items)
    {
        foreach (var item in items)
        {
            yield return item;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <returns>A group that has come to its end; null where the source has come on first.</returns>
    private static async Task<Task<GroupResults<TResult>>?> AnyAsync<TResult>(List<Task<GroupResults<TResult>>> underWay, Task<bool> next)
        where TResult : class =>
        await Task.WhenAny(next.IsCompleted ? underWay : [.. underWay, (Task)next]).ConfigureAwait(false) as Task<GroupResults<TResult>>;
}
