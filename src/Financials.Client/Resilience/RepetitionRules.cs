using System.Net;
using Polly;
using Polly.Timeout;

namespace Financials.Client.Resilience;

/// <summary>
/// What may be sent again, decided by the verb and the evidence. A POST whose outcome is unknown may have created or posted
/// something, so it is never repeated here; whoever knows its key may look first.
/// </summary>
internal static class RepetitionRules
{
    public static bool MayRepeat(HttpMethod method, AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.NotExecuted => true,
        AttemptOutcome.Unknown => method != HttpMethod.Post,
        _ => false,
    };

    public static AttemptOutcome OutcomeOf(Outcome<HttpResponseMessage> attempt) =>
        attempt.Result is { } response ? OutcomeOf(response.StatusCode) : OutcomeOf(attempt.Exception!);

    public static AttemptOutcome OutcomeOf(Exception failure) => failure switch
    {
        // The connection was never made, so nothing can have been sent.
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } => AttemptOutcome.NotExecuted,
        HttpRequestException or IOException or TimeoutRejectedException => AttemptOutcome.Unknown,

        // Nobody asks about the caller's own cancellation; what is left is a transport that gave up.
        OperationCanceledException => AttemptOutcome.Unknown,
        _ => AttemptOutcome.Final,
    };

    public static AttemptOutcome OutcomeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => AttemptOutcome.NotExecuted,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => AttemptOutcome.Unknown,
        _ => AttemptOutcome.Final,
    };
}
