namespace Financials.Client.Benchmarks.Quick;

/// <summary>What one run of a contender took, for each time that it did its work.</summary>
internal readonly record struct Sample(double Nanoseconds, double Bytes);
