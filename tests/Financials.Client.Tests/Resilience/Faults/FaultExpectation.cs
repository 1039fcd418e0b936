namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>What has to come of an operation that meets a fault, and when.</summary>
/// <param name="Methods">The methods of the requests, in their order.</param>
/// <param name="Error">The exception; null for success.</param>
/// <param name="Least">The fewest seconds that it takes.</param>
/// <param name="Most">The most seconds that it takes.</param>
internal sealed record FaultExpectation(IReadOnlyList<string> Methods, Type? Error, double Least, double Most)
{
    public static FaultExpectation Of(FaultOperation operation, Fault fault, bool once)
    {
        var outcome = FaultOutcome.Of(operation.Kind, fault.Evidence, once, fault.Options.MaxRetries);
        string[] methods = [.. outcome.Methods(operation.Method)];
        var error = outcome.ErrorOf(fault.Error);
        var failures = once ? 1 : outcome.SendCount;
        var total = fault.Options.TotalTimeout.TotalSeconds;
        if (outcome.SendCount > 1 && failures * fault.Takes >= total)
        {
            return new(methods[..(int)(total / fault.Takes)], fault.Error, total, total);
        }

        // A refused token is replaced without a wait. The back-off of all others starts at one second, doubles, and is spread over
        // its upper half. What the service asks for is kept where it is longer.
        var waits = fault.Evidence is Evidence.TokenRefused ? [] : Enumerable.Range(0, outcome.SendCount - 1).Select(n => Math.Pow(2, n)).ToArray();
        var asked = fault.Wait ?? (0, 0);
        return new(
            methods,
            error,
            (failures * fault.Takes) + waits.Sum(wait => Math.Max(asked.Least, wait / 2)),
            (failures * fault.Takes) + waits.Sum(wait => Math.Max(asked.Most, wait)));
    }
}
