namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>What has to come of an operation that meets a fault: the rules of safe repetition, written down a second time.</summary>
/// <param name="Sends">How often the operation's own request is sent.</param>
/// <param name="Error">The exception; null for success.</param>
/// <param name="Least">The fewest seconds that it takes.</param>
/// <param name="Most">The most seconds that it takes.</param>
internal sealed record FaultExpectation(int Sends, Type? Error, double Least, double Most)
{
    private const int Retries = 4;

    /// <summary>How often the entity is read to show the caller its present state.</summary>
    public int Reads { get; private init; }

    public static FaultExpectation Of(FaultOperation operation, Fault fault, bool once) => fault.Evidence switch
    {
        // A refused token is replaced once, without a wait, for any request: nothing was executed.
        Evidence.TokenRefused => new(2, once ? null : fault.Error, 0, 0),

        // Nothing is what is expected there.
        Evidence.Unusable when operation.Success is null && fault.Name == "200 empty" => new(1, null, 0, 0),

        // What a service created or changed without returning it is read back, once.
        Evidence.Unusable when operation.Method == "PATCH" && fault.Name == "200 empty" => new(1, null, 0, 0) { Reads = 1 },
        Evidence.Refused or Evidence.Ended => new(1, fault.Error, fault.Takes, fault.Takes),
        Evidence.Stale => new(1, fault.Error, 0, 0) { Reads = operation.IsOfAVersion ? 1 : 0 },

        // A POST that may have been executed is not repeated. What its exception has to be is the business of other tests.
        Evidence.Ambiguous or Evidence.Unusable when operation.Method == "POST" => new(1, typeof(FinancialsException), fault.Takes, fault.Takes),
        _ => Repeated(fault, once),
    };

    private static FaultExpectation Repeated(Fault fault, bool once)
    {
        if (fault.Wait is { Least: double.PositiveInfinity })
        {
            return new(1, fault.Error, 0, 0);
        }

        var repeats = once ? 1 : Retries;
        var failures = once ? 1 : Retries + 1;
        var total = fault.Options.TotalTimeout.TotalSeconds;
        if (failures * fault.Takes >= total)
        {
            return new((int)(total / fault.Takes), fault.Error, total, total);
        }

        // The back-off starts at one second, doubles, and is spread over its upper half. What the service asks for is kept
        // where it is longer.
        var asked = fault.Wait ?? (0, 0);
        var least = Enumerable.Range(0, repeats).Sum(n => Math.Max(asked.Least, Math.Pow(2, n) / 2));
        var most = Enumerable.Range(0, repeats).Sum(n => Math.Max(asked.Most, Math.Pow(2, n)));
        return new(1 + repeats, once ? null : fault.Error, (failures * fault.Takes) + least, (failures * fault.Takes) + most);
    }
}
