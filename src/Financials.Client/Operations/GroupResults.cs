using System.Runtime.ExceptionServices;

namespace Financials.Client.Operations;

/// <summary>What became of items that were worked on together.</summary>
/// <param name="Results">Of those that came to an end, in their order.</param>
/// <param name="Failure">What ended the work at one of them; null where nothing did.</param>
internal readonly record struct GroupResults<TResult>(IReadOnlyList<TResult> Results, ExceptionDispatchInfo? Failure)
    where TResult : class
{
    /// <summary>Does the work on a group. What has been done is kept where it fails.</summary>
    /// <param name="count">How many items it has.</param>
    /// <param name="work">Puts the result of each at its place.</param>
    public static async Task<GroupResults<TResult>> OfAsync(int count, Func<TResult?[], Task> work)
    {
        var results = new TResult?[count];
        ExceptionDispatchInfo? failure = null;
        try
        {
            await work(results).ConfigureAwait(false);
        }
        catch (Exception reason)
        {
            // The caller is told of it, after what has been done.
            failure = ExceptionDispatchInfo.Capture(reason);
        }

        return new([.. results.OfType<TResult>()], failure);
    }
}
