using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WorkerService;

/// <summary>Keeps the providers of spans and metrics for as long as the host runs, and lets them send what is left at its end.</summary>
internal sealed class OpenTelemetryService(Action<TracerProviderBuilder> tracing, Action<MeterProviderBuilder> metrics) : IHostedLifecycleService
{
    private TracerProvider? _traces;
    private MeterProvider? _meters;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var traces = Sdk.CreateTracerProviderBuilder();
        tracing(traces);
        _traces = traces.Build();

        var meters = Sdk.CreateMeterProviderBuilder();
        metrics(meters);
        _meters = meters.Build();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _traces?.Dispose();
        _meters?.Dispose();
        return Task.CompletedTask;
    }
}
