using Financials.Client.ContractTests.WireMock;

[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

// The tests wait for the wire far more than they work.
[assembly: LevelOfParallelism(8)]

namespace Financials.Client.ContractTests;

/// <summary>The WireMock of this run.</summary>
[SetUpFixture]
public static class SharedServer
{
    internal static WireMockServer WireMock { get; private set; } = null!;

    [OneTimeSetUp]
    public static async Task StartAsync() => WireMock = await WireMockServer.StartAsync();

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (WireMock is { } started)
        {
            await started.DisposeAsync();
        }
    }
}
