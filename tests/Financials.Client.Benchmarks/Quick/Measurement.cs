namespace Financials.Client.Benchmarks.Quick;

/// <summary>
/// A case's samples by contender, in rounds. Ratios are taken within a round, and their median afterwards, so that what slows
/// the machine down for a while slows down both sides of a ratio.
/// </summary>
internal sealed class Measurement(MeasuredCase measured, Sample[][] rounds)
{
    public string Name => measured.Name;

    public IReadOnlyList<string> Contenders { get; } = [.. measured.Contenders.Value.All.Select(contender => contender.Name)];

    public double Nanoseconds(int contender) => Median(rounds.Select(round => round[contender].Nanoseconds));

    public double Bytes(int contender) => Median(rounds.Select(round => round[contender].Bytes));

    /// <summary>The time in units of the first contender's.</summary>
    public double TimeRatio(int contender) => Median(rounds.Select(round => round[contender].Nanoseconds / round[0].Nanoseconds));

    /// <summary>
    /// The processors' time in units of the first contender's. Where others use the machine too, it is the steadier figure: it
    /// leaves out what was spent waiting for a processor.
    /// </summary>
    public double CpuRatio(int contender) => Median(rounds.Select(round => round[contender].CpuNanoseconds / round[0].CpuNanoseconds));

    /// <summary>The bytes in units of the first contender's.</summary>
    public double BytesRatio(int contender) => Median(rounds.Select(round => round[contender].Bytes / round[0].Bytes));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
