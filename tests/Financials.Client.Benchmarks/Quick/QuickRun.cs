using System.Diagnostics;
using Financials.Client.Benchmarks.Startup;

namespace Financials.Client.Benchmarks.Quick;

/// <summary>Every case in less than three minutes: medians of many short turns, and one table.</summary>
internal static class QuickRun
{
    /// <param name="filter">A part of the names of the cases to run; empty for all, with start-up and memory.</param>
    public static async Task<int> RunAsync(string filter)
    {
        var started = Stopwatch.GetTimestamp();
        await SameWork.RequireAsync();
        MeasuredCase[] cases = [.. MeasuredCase.All.Where(one => one.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        await Console.Error.WriteLineAsync("warming up");
        await WarmUp.RunAsync(cases);
        var measurements = new List<Measurement>();
        foreach (var measured in cases)
        {
            await Console.Error.WriteLineAsync(measured.Name);
            measurements.Add(await MeasuringLoop.RunAsync(measured));
        }

        if (measurements.Count > 0)
        {
            Console.WriteLine(ResultTable.Of(measurements));
        }

        if (filter.Length == 0)
        {
            await RunOthersAsync();
        }

        Console.WriteLine($"({Stopwatch.GetElapsedTime(started).TotalSeconds:0} seconds)");
        return 0;
    }

    private static async Task RunOthersAsync()
    {
        var contenders = ContenderSet.On(SampleData.Service, () => new InMemoryService());
        Console.WriteLine("Memory of the walk:");
        foreach (var contender in contenders.All)
        {
            Console.WriteLine(await WalkMemory.MeasureAsync(contender));
        }

        Console.WriteLine();
        Console.WriteLine("First POST of a fresh process, from the entry of Main:");
        Console.WriteLine(await StartupRuns.RunAsync());
    }
}
