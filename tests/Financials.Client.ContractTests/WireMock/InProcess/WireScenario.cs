namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>A sequence of requests, and the place of one of them in it.</summary>
/// <param name="Name">The name of the sequence.</param>
/// <param name="RequiredState">The state in which the request is expected.</param>
/// <param name="NewState">The state that it leads to.</param>
internal sealed record WireScenario(string Name, string RequiredState, string NewState)
{
    /// <summary>Whether it is expected first. WireMock has a name for that state, WireMock.Net has none.</summary>
    public bool IsStart => RequiredState == "Started";
}
