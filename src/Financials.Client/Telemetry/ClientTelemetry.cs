using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Financials.Client.Telemetry;

/// <summary>What a client tells of its work beyond the plain course of a request.</summary>
internal sealed class ClientTelemetry(ILoggerFactory? logs)
{
    /// <summary>For clients that nobody gave a logger.</summary>
    public static ClientTelemetry Silent { get; } = new(logs: null);

    public ILogger Log { get; } = logs?.CreateLogger(FinancialsTelemetry.LogCategory) ?? NullLogger.Instance;

    /// <summary>Whether anybody wants to know of requests.</summary>
    public bool IsObserved => Instruments.Spans.HasListeners() || Instruments.Duration.Enabled || Log.IsEnabled(LogLevel.Warning);

    /// <param name="request">The request that is sent again.</param>
    /// <param name="attempt">The attempt that failed, from one.</param>
    /// <param name="reason">The status, or the kind of failure.</param>
    /// <param name="wait">The time to the next attempt.</param>
    public void Repeating(HttpRequestMessage request, int attempt, string reason, TimeSpan wait)
    {
        if (Activity.Current is { } span && span.Source == Instruments.Spans)
        {
            span.AddEvent(new ActivityEvent("retry", tags: new() { ["attempt"] = attempt, ["reason"] = reason, ["wait.seconds"] = wait.TotalSeconds }));
        }

        var (method, route) = (request.Method.Method, CallRoute.Of(request.RequestUri));
        Instruments.Retries.Add(1, new("http.request.method", method), new("url.template", route), new("reason", reason));
        Log.Repeating(method, route, attempt, reason, wait.TotalMilliseconds);
    }

    /// <summary>The service asked to send less.</summary>
    public static void Throttled(HttpRequestMessage request) => Instruments.Throttles.Add(
        1, new("http.request.method", request.Method.Method), new("url.template", CallRoute.Of(request.RequestUri)));
}
