using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>Something that goes wrong between the client and the service.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Evidence">What it proves.</param>
/// <param name="Error">The exception that callers get where it is not overcome.</param>
/// <param name="Answer">Does it. Gets the clock, what cancels the caller's token, and what cancels the request.</param>
internal sealed record Fault(
    string Name,
    Evidence Evidence,
    Type Error,
    Func<ManualTime, CancellationTokenSource, CancellationToken, Task<HttpResponseMessage>> Answer)
{
    /// <summary>The seconds that an attempt takes which meets it.</summary>
    public double Takes { get; init; }

    /// <summary>The seconds that the answer asks to wait, give or take the precision of a date; null where it does not ask.</summary>
    public (double Least, double Most)? Wait { get; init; }

    public ResilienceOptions Options { get; init; } = new();

    public override string ToString() => Name;
}
