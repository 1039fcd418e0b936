using Financials.Client;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WorkerService;

/// <summary>Sends spans, metrics and log entries to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it, spans go to the log.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this HostApplicationBuilder builder)
    {
        var isExported = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null;
        if (isExported)
        {
            builder.Logging.AddOpenTelemetry(logging => logging.SetResourceBuilder(Resource(builder)).AddOtlpExporter());
        }

        builder.Services.AddHostedService(services => new OpenTelemetryService(
            tracing =>
            {
                tracing.SetResourceBuilder(Resource(builder)).AddSource(FinancialsTelemetry.ActivitySourceName);
                _ = isExported
                    ? tracing.AddOtlpExporter()
                    : tracing.AddProcessor(new SpanLog(services.GetRequiredService<ILogger<SpanLog>>()));
            },
            metrics =>
            {
                metrics.SetResourceBuilder(Resource(builder)).AddMeter(FinancialsTelemetry.MeterName);
                if (isExported)
                {
                    metrics.AddOtlpExporter();
                }
            }));
    }

    private static ResourceBuilder Resource(HostApplicationBuilder builder) =>
        ResourceBuilder.CreateDefault().AddService(builder.Environment.ApplicationName);
}
