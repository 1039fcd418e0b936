using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Financials.Client.Telemetry;

/// <summary>The sources of spans and measurements. There is one set for the process: listeners choose them by name.</summary>
internal static class Instruments
{
    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);
    private static readonly Meter Meter = new(FinancialsTelemetry.MeterName, Version);

    public static ActivitySource Spans { get; } = new(FinancialsTelemetry.ActivitySourceName, Version);

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "financials.client.operation.duration",
        "s",
        "How long calls took, with all of their attempts.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] });

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "financials.client.retries", "{retry}", "Retries.");

    public static Counter<long> Throttles { get; } = Meter.CreateCounter<long>(
        "financials.client.throttles", "{response}", "Responses that asked to send less (429).");

    public static Counter<long> ReconciledCreates { get; } = Meter.CreateCounter<long>(
        "financials.client.creates.reconciled", "{create}", "Creates that succeeded although a response was lost.");
}
