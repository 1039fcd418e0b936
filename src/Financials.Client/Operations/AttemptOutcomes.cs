using System.Net;

namespace Financials.Client.Operations;

/// <summary>What the status of an error response says about the request.</summary>
internal static class AttemptOutcomes
{
    public static AttemptOutcome Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => AttemptOutcome.NotExecuted,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => AttemptOutcome.Unclear,
        _ => AttemptOutcome.Refused,
    };
}
