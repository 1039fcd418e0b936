using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>A fault that is met once, and what a client makes of it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Evidence">What it proves to the client.</param>
/// <param name="IsExecuted">Whether the sandbox has executed the request that met it.</param>
internal sealed record FaultCase(SandboxFault Fault, Evidence Evidence, bool IsExecuted)
{
    public override string ToString() => Fault.Name;
}
