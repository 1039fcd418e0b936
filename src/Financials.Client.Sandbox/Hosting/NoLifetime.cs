using Microsoft.Extensions.Hosting;

namespace Financials.Client.Sandbox.Hosting;

/// <summary>Leaves the signals of the process alone: they belong to the app or the test run that the sandbox lives in.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
