using Financials.Client.ContractTests.WireMock.InProcess;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>The server of the lane that the tests are built in; this is the one of WireMock.Net.</summary>
internal static class WireServer
{
    public static Task<IWireServer> StartAsync() => Task.FromResult<IWireServer>(new InProcessServer());
}
