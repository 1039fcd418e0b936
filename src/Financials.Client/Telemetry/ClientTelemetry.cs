using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Financials.Client.Telemetry;

/// <summary>
/// What a client tells of its calls: one span for each with its attempts as events, measurements, log entries. What nobody
/// listens to is not even described.
/// </summary>
internal sealed class ClientTelemetry(ILoggerFactory? logs)
{
    public ILogger Log { get; } = logs?.CreateLogger(FinancialsTelemetry.LogCategory) ?? NullLogger.Instance;

    /// <summary>Whether anybody wants to know of calls that succeed.</summary>
    public bool IsObserved => Instruments.Spans.HasListeners() || Instruments.Duration.Enabled || Log.IsEnabled(LogLevel.Debug);

    /// <summary>The span of a call, which becomes the current one; null where nobody wants this one.</summary>
    public static Activity? Begin(in CallFacts call)
    {
        if (!Instruments.Spans.HasListeners())
        {
            return null;
        }

        var route = call.Route;
        return Instruments.Spans.StartActivity($"{call.Method} {route}", ActivityKind.Client)?
            .SetTag("http.request.method", call.Method.Method)
            .SetTag("url.template", route)
            .SetTag("server.address", call.Address.Host)
            .SetTag("server.port", call.Address.Port)
            .SetTag("financials.client_request_id", call.ClientRequestId);
    }

    public void Succeeded(in CallFacts call, int status, Activity? span)
    {
        Describe(span, call, status);
        Measure(call, status, failure: null);
        if (Log.IsEnabled(LogLevel.Debug))
        {
            Log.Succeeded(call.Method.Method, call.Route, status, call.Elapsed.TotalMilliseconds, call.Attempts, call.ClientRequestId);
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="failure">What the caller is told.</param>
    /// <param name="span">The call's span.</param>
    public void Failed(in CallFacts call, FinancialsException failure, Activity? span)
    {
        var kind = failure.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? failure.GetType().FullName!;
        Describe(span, call, failure.Status)?
            .SetTag("error.type", kind)
            .SetTag("financials.error.code", failure.Code)
            .SetTag("financials.request_id", failure.RequestId)
            .SetTag("financials.correlation_id", failure.CorrelationId)
            .SetStatus(ActivityStatusCode.Error);
        Measure(call, failure.Status, kind);
        if (Log.IsEnabled(LogLevel.Warning))
        {
            Log.Failed(
                call.Method.Method, call.Route, kind, failure.Code, call.Elapsed.TotalMilliseconds, call.Attempts, failure.RequestId, failure.CorrelationId, call.ClientRequestId);
        }
    }

    /// <summary>The call ended in something that is no answer of the service: its caller gave up, or a handler of the application threw.</summary>
    public void Abandoned(in CallFacts call, Exception reason, Activity? span)
    {
        var isCancelled = reason is OperationCanceledException;
        var kind = isCancelled ? "cancelled" : reason.GetType().FullName!;
        Describe(span, call, status: null)?.SetTag("error.type", kind).SetStatus(isCancelled ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        Measure(call, status: null, kind);
        if (isCancelled && Log.IsEnabled(LogLevel.Debug))
        {
            Log.Cancelled(call.Method.Method, call.Route, call.Elapsed.TotalMilliseconds, call.Attempts, call.ClientRequestId);
        }
        else if (!isCancelled && Log.IsEnabled(LogLevel.Warning))
        {
            Log.Failed(call.Method.Method, call.Route, kind, null, call.Elapsed.TotalMilliseconds, call.Attempts, null, null, call.ClientRequestId);
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="retry">Which retry comes, from one.</param>
    /// <param name="reason">The status, or the kind of failure, of the attempt before.</param>
    /// <param name="delay">The time until then.</param>
    public void Retrying(in CallFacts call, int retry, string reason, TimeSpan delay)
    {
        Event("retry", new() { ["attempt"] = retry, ["reason"] = reason, ["delay.seconds"] = delay.TotalSeconds });
        var (method, route) = (call.Method.Method, call.Route);
        Instruments.Retries.Add(1, new("http.request.method", method), new("url.template", route), new("reason", reason));
        Log.Retrying(method, route, reason, retry, delay.TotalMilliseconds);
    }

    /// <summary>The service asked to send less.</summary>
    public static void Throttled(in CallFacts call)
    {
        if (Instruments.Throttles.Enabled)
        {
            Instruments.Throttles.Add(1, new("http.request.method", call.Method.Method), new("url.template", call.Route));
        }
    }

    /// <summary>The response to a create was lost, so it is looked for.</summary>
    public void Reconciling(string entity)
    {
        Event("reconcile", new() { ["financials.entity"] = entity });
        Log.Reconciling(entity);
    }

    /// <summary>A create whose response was lost has come to a good end.</summary>
    /// <param name="entity">What was created.</param>
    /// <param name="outcome">Whether it was found, or created by a retry.</param>
    /// <param name="count">How many were created together.</param>
    public void Reconciled(string entity, string outcome, int count = 1)
    {
        Event("reconciled", new() { ["financials.entity"] = entity, ["financials.outcome"] = outcome });
        Instruments.ReconciledCreates.Add(count, new("financials.entity", entity), new("financials.outcome", outcome));
        Log.Reconciled(entity, outcome);
    }

    private static void Event(string name, ActivityTagsCollection tags)
    {
        if (Activity.Current is { } span && span.Source == Instruments.Spans)
        {
            span.AddEvent(new ActivityEvent(name, tags: tags));
        }
    }

    private static Activity? Describe(Activity? span, in CallFacts call, int? status)
    {
        if (call.Attempts > 1)
        {
            span?.SetTag("http.request.resend_count", call.Attempts - 1);
        }

        return span?.SetTag("http.response.status_code", status);
    }

    private static void Measure(in CallFacts call, int? status, string? failure)
    {
        if (!Instruments.Duration.Enabled)
        {
            return;
        }

        var tags = new TagList { { "http.request.method", call.Method.Method }, { "url.template", call.Route } };
        if (status is not null)
        {
            tags.Add("http.response.status_code", status);
        }

        if (failure is not null)
        {
            tags.Add("error.type", failure);
        }

        Instruments.Duration.Record(call.Elapsed.TotalSeconds, tags);
    }
}
