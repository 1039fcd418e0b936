using System.Diagnostics;
using Financials.Client.Http;
using Financials.Client.Resilience;

namespace Financials.Client.Telemetry;

/// <summary>One request, with all of its attempts, as spans, measurements and log entries tell of it.</summary>
internal sealed class ObservedRequest : IDisposable
{
    private readonly ClientTelemetry _telemetry;
    private readonly RequestHistory _history;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly string _method;
    private readonly string _route;
    private readonly string? _clientRequestId;
    private readonly Activity? _span;

    public ObservedRequest(HttpRequestMessage request, ClientTelemetry telemetry, TimeProvider time)
    {
        _telemetry = telemetry;
        _history = RequestHistory.Of(request);
        _time = time;
        _started = time.GetTimestamp();
        _method = request.Method.Method;
        _route = CallRoute.Of(request.RequestUri);
        _clientRequestId = ClientRequestId.Of(request);
        _span = Instruments.Spans.StartActivity($"{_method} {_route}", ActivityKind.Client)?
            .SetTag("http.request.method", _method)
            .SetTag("url.template", _route)
            .SetTag("server.address", request.RequestUri?.Host)
            .SetTag("server.port", request.RequestUri?.Port)
            .SetTag("financials.client_request_id", _clientRequestId);
    }

    private TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public void Answered(int status)
    {
        Describe(status);
        Measure(status, failure: null);
        _telemetry.Log.Answered(_method, _route, status, Elapsed.TotalMilliseconds, _history.Attempts, _clientRequestId);
    }

    public void Cancelled()
    {
        Describe(status: null)?.SetTag("error.type", "cancelled");
        Measure(status: null, "cancelled");
        _telemetry.Log.Cancelled(_method, _route, Elapsed.TotalMilliseconds, _history.Attempts, _clientRequestId);
    }

    public void Failed(Exception exception)
    {
        var failure = CallFailure.Of(exception);
        Describe(failure.Status)?
            .SetTag("error.type", failure.Type)
            .SetTag("financials.error.code", failure.Code)
            .SetTag("financials.request_id", failure.RequestId)
            .SetTag("financials.correlation_id", failure.CorrelationId)
            .SetStatus(ActivityStatusCode.Error);
        Measure(failure.Status, failure.Type);
        _telemetry.Log.Failed(
            _method, _route, failure.Type, failure.Code, Elapsed.TotalMilliseconds, _history.Attempts, failure.RequestId, failure.CorrelationId, _clientRequestId);
    }

    public void Dispose() => _span?.Dispose();

    private Activity? Describe(int? status)
    {
        if (_history.Attempts > 1)
        {
            _span?.SetTag("http.request.resend_count", _history.Attempts - 1);
        }

        return _span?.SetTag("http.response.status_code", status);
    }

    private void Measure(int? status, string? failure)
    {
        var tags = new TagList { { "http.request.method", _method }, { "url.template", _route } };
        if (status is not null)
        {
            tags.Add("http.response.status_code", status);
        }

        if (failure is not null)
        {
            tags.Add("error.type", failure);
        }

        Instruments.Duration.Record(Elapsed.TotalSeconds, tags);
    }
}
