using System.Diagnostics;
using System.Globalization;

namespace Financials.Client.Benchmarks.Ledgers;

/// <summary>What a ledger in a file costs: payments per second beside a ledger in memory, and the memory of short and long batches.</summary>
internal static class LedgerRuns
{
    private const int Rounds = 3;
    private const int PaymentsOfARound = 4_000;

    private const int LinesToTheDisk = 200;

    private static readonly int[] Sizes = [10_000, 1_000_000];

    /// <param name="sizes">How many payments the batches have whose memory is measured; none for 10,000 and 1,000,000.</param>
    public static async Task<int> RunAsync(string[] sizes)
    {
        Print($"The disk takes {DiskDelay().TotalMilliseconds:0.00} ms to write a line through.");
        foreach (var concurrency in (int[])[1, 5])
        {
            var (file, memory) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                memory.Add(PaymentsOfARound / (await ImportAsync(LedgerImport.InMemory, PaymentsOfARound, concurrency)).Seconds);
                file.Add(PaymentsOfARound / (await ImportAsync(LedgerImport.InFile, PaymentsOfARound, concurrency)).Seconds);
            }

            var (inFile, inMemory) = (Median(file), Median(memory));
            Print($"{concurrency} at a time: {inFile,7:N0} payments per second with the ledger in a file, {inMemory,7:N0} with one in memory: {inFile / inMemory:0.00} of it");
        }

        foreach (var payments in sizes.Length == 0 ? Sizes : sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
        {
            var (seconds, workingSet, heap) = await ImportAsync(LedgerImport.InFile, payments, concurrency: 5);
            Print($"{payments,9:N0} payments, 5 at a time: at most {Megabytes(workingSet):0.0} MB of working set, {Megabytes(heap):0.0} MB on the heap ({payments / seconds:N0} per second)");
        }

        return 0;
    }

    /// <summary>What every line of a ledger costs before the client does anything.</summary>
    private static TimeSpan DiskDelay()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.DeleteOnClose });
        var line = new byte[250];
        var started = Stopwatch.GetTimestamp();
        for (var place = 0; place < LinesToTheDisk; place++)
        {
            file.Write(line);
            file.Flush(flushToDisk: true);
        }

        return Stopwatch.GetElapsedTime(started) / LinesToTheDisk;
    }

    private static async Task<(double Seconds, long WorkingSet, long Heap)> ImportAsync(string ledger, int payments, int concurrency)
    {
        var output = await OwnProcess.RunAsync(LedgerImport.Switch, ledger, payments.ToString(CultureInfo.InvariantCulture), concurrency.ToString(CultureInfo.InvariantCulture));
        return output.Split(' ') is [var seconds, var workingSet, var heap]
            ? (double.Parse(seconds, CultureInfo.InvariantCulture), long.Parse(workingSet, CultureInfo.InvariantCulture), long.Parse(heap, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The import said: {output}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Megabytes(long bytes) => bytes / 1024d / 1024d;

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
