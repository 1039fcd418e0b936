using System.Globalization;

namespace Financials.Client.Benchmarks.Quick;

/// <summary>What a walk of all pages keeps alive while it goes on: nothing may pile up.</summary>
internal static class WalkMemory
{
    /// <summary>In pages. Asking is a full collection.</summary>
    private const int Between = 10;

    /// <summary>In bytes: less than a page of any contender. What piles up is many pages.</summary>
    private const int Slack = 512 * 1024;

    public static async Task<string> MeasureAsync(IContender contender)
    {
        var pages = 0;
        var alive = new List<long>();
        await contender.WalkAsync(() =>
        {
            if (++pages % Between == 0)
            {
                alive.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        });

        var (first, second) = (alive.Take(alive.Count / 2).Max(), alive.Skip(alive.Count / 2).Max());
        var verdict = second - first < Slack ? "flat" : "NOT FLAT";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{contender.Name,-10} at most {first / 1024:N0} KB alive in the first half, {second / 1024:N0} KB in the second: {verdict}");
    }
}
