namespace ImportPayments.Arguments;

/// <summary>The sandbox that is started for the import.</summary>
/// <param name="DataFile">Where its data is kept.</param>
/// <param name="Faults">The share of requests that fail, from 0 to 1.</param>
/// <param name="Seed">What the choice of these requests begins with.</param>
/// <param name="IsDocumented">Whether it is talked to by the documented surface, and not by API v2.0.</param>
internal sealed record SandboxArguments(string DataFile, double Faults, int Seed, bool IsDocumented);
