namespace Financials.Client.Operations;

/// <summary>
/// Creates entities together where that works, and by themselves where it does not. All of a group or none are created; where the service
/// says which of them it refuses, those before and after it go without it.
/// </summary>
/// <param name="pace">How many go together.</param>
/// <param name="together">Creates several, which may have been sent before or not.</param>
/// <param name="alone">Creates one, which may have been sent before or not.</param>
internal sealed class GroupedCreates<TItem, TModel>(
    BatchPace pace, Func<List<TItem>, bool, Task<CreatedBatch<TModel>>> together, Func<TItem, bool, Task> alone)
    where TModel : class
{
    public async Task RunAsync(List<TItem> group, bool mayExist)
    {
        var parts = new Stack<List<TItem>>([group]);
        while (parts.TryPop(out var part))
        {
            if (part.Count <= 1 || pace.Size == 1)
            {
                await OneByOneAsync(part, mayExist).ConfigureAwait(false);
                continue;
            }

            var outcome = await together(part, mayExist).ConfigureAwait(false);
            if (outcome.Refused is { } refused)
            {
                await alone(part[refused], outcome.MayExist).ConfigureAwait(false);
                parts.Push(part[(refused + 1)..]);
                parts.Push(part[..refused]);
                continue;
            }

            var left = part.Where((_, place) => outcome.Created[place] is null).ToList();
            if (left.Count > 0 && !outcome.MayExist)
            {
                pace.OneByOne();
            }

            await OneByOneAsync(left, outcome.MayExist).ConfigureAwait(false);
        }
    }

    private async Task OneByOneAsync(List<TItem> left, bool mayExist)
    {
        foreach (var item in left)
        {
            await alone(item, mayExist).ConfigureAwait(false);
        }
    }
}
