namespace Financials.Client.Benchmarks.Quick;

/// <summary>What one turn of a contender took, for each time that it did its work.</summary>
/// <param name="Nanoseconds">On the clock.</param>
/// <param name="CpuNanoseconds">On the processors, by all threads of the process.</param>
/// <param name="Bytes">Allocated.</param>
internal readonly record struct Sample(double Nanoseconds, double CpuNanoseconds, double Bytes);
