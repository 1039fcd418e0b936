namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>A fault that is met once, and what a client makes of it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Kind">What it leaves open.</param>
/// <param name="Error">The exception of a call that cannot overcome it; null where every call can.</param>
internal sealed record FaultCase(SandboxFault Fault, FaultKind Kind, Type? Error = null)
{
    public override string ToString() => Fault.Name;
}
