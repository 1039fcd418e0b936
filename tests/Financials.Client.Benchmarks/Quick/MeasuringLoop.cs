using System.Diagnostics;

namespace Financials.Client.Benchmarks.Quick;

/// <summary>Lets the contenders of a case take turns, round after round.</summary>
internal static class MeasuringLoop
{
    private const int Rounds = 75;

    /// <summary>How long a contender's turn takes, unless a single piece of work takes longer.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a case may take after that; one whose work takes long gets fewer rounds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private const int FewestRounds = 5;

    public static async Task<Measurement> RunAsync(MeasuredCase measured)
    {
        var contenders = measured.Contenders.Value.All;
        var times = new int[contenders.Count];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = await TimesInATurnAsync(measured, contenders[i]);
        }

        var rounds = new List<Sample[]>();
        var started = Stopwatch.GetTimestamp();
        while (rounds.Count < Rounds && (rounds.Count < FewestRounds || Stopwatch.GetElapsedTime(started) < Longest))
        {
            var round = new Sample[contenders.Count];
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                // Another one begins each round: the first after a collection may have it easier.
                var next = (turn + rounds.Count) % contenders.Count;
                round[next] = await MeasureAsync(measured, contenders[next], times[next]);
            }

            rounds.Add(round);
        }

        return new(measured, [.. rounds]);
    }

    /// <summary>How often a contender does its work in one turn.</summary>
    private static async Task<int> TimesInATurnAsync(MeasuredCase measured, IContender contender)
    {
        // The last case may have left the caches, the pools and the collector in a state of its own.
        await WarmUp.RunAsync(measured, contender, TimeSpan.FromMilliseconds(200));
        // In steps, because the first calls after a collection are slow and say little about the next thousands.
        for (var times = measured.Callers; ; times *= 2)
        {
            var trial = await MeasureAsync(measured, contender, times);
            if (trial.Nanoseconds * times > Turn.TotalNanoseconds / 2)
            {
                return Math.Max(measured.Callers, (int)(Turn.TotalNanoseconds / trial.Nanoseconds));
            }
        }
    }

    private static async Task<Sample> MeasureAsync(MeasuredCase measured, IContender contender, int times)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await measured.RunAsync(contender, times);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var busy = Environment.CpuUsage.TotalTime - cpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new(elapsed.TotalNanoseconds / times, busy.TotalNanoseconds / times, allocated / (double)times);
    }
}
