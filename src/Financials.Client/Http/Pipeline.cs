using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Errors;
using Financials.Client.Resilience;
using Financials.Client.Telemetry;

namespace Financials.Client.Http;

/// <summary>The handlers that every request passes through, outermost first.</summary>
internal static class Pipeline
{
    public static HttpClient Create(FinancialsService service, TokenCredential credential, FinancialsClientOptions options, ClientTelemetry telemetry)
    {
        var time = options.TimeProvider;
        var handler = new TelemetryHandler(telemetry, time)
        {
            InnerHandler = new FailedAnswerHandler(time)
            {
                InnerHandler = new ResilienceHandler(options.Resilience, time, telemetry)
                {
                    InnerHandler = new TokenHandler(service, new TokenCache(service, credential, time, telemetry.Log), telemetry.Log)
                    {
                        InnerHandler = options.Transport ?? Connections.Create(),
                    },
                },
            },
        };

        // A transport that the caller gave is the caller's to dispose, and disposing the handlers would reach it. The
        // resilience handler knows the timeouts, so HttpClient's own would only add a third that nobody set.
        return new HttpClient(handler, disposeHandler: options.Transport is null) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
