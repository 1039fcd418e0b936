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
    private static IWireServer? _started;
    private static string? _missing;

    /// <summary>Who has no Java or npm can still run the other tests. Where changes are accepted, both have to be there.</summary>
    internal static IWireServer WireMock
    {
        get
        {
            if (_missing is not null)
            {
                // The wire cannot be tried without the server. In CI the start has failed already.
                Assert.Ignore(_missing);
            }

            return _started!;
        }
    }

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        try
        {
            _started = await WireServer.StartAsync();
        }
        catch (FileNotFoundException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            _missing = missing.Message;
        }
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_started is { } started)
        {
            await started.DisposeAsync();
        }
    }
}
