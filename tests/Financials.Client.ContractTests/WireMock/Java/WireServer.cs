using Financials.Client.ContractTests.WireMock.Java;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>The server of the lane that the tests are built in; this is the one of WireMock itself.</summary>
internal static class WireServer
{
    public static async Task<IWireServer> StartAsync() => await WireMockServer.StartAsync();
}
