using System.Diagnostics;

namespace Financials.Client.Benchmarks.Quick;

/// <summary>
/// Runs everything until the runtime has compiled it for good. That takes seconds rather than calls: methods are promoted in
/// several steps, each after a while in which nothing new was called. Without it the contender that is measured first, which is
/// the unit of the ratios, comes out too slow.
/// </summary>
internal static class WarmUp
{
    /// <summary>How many turns there are of all cases together; cases share most of their code, and so these.</summary>
    private const int Turns = 16;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(IReadOnlyList<MeasuredCase> cases)
    {
        var passes = Math.Clamp(Turns / Math.Max(1, cases.Count), 2, 6);
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var measured in cases)
            {
                foreach (var contender in measured.Contenders.Value.All)
                {
                    await RunAsync(measured, contender, Turn);
                }
            }
        }
    }

    public static async Task RunAsync(MeasuredCase measured, IContender contender, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            await measured.RunAsync(contender, measured.Callers);
        }
    }
}
