using System.Text;
using Financials.Client.Sandbox.Routes;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Faults;

/// <summary>The answers of faults.</summary>
internal static class FaultAnswers
{
    public static ServiceAnswer Error(int status, string? retryAfter)
    {
        var (code, message) = status switch
        {
            StatusCodes.Status401Unauthorized => ("Authentication_InvalidCredentials", "The server has rejected the client credentials."),
            StatusCodes.Status403Forbidden => ("Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
            StatusCodes.Status429TooManyRequests => ("TooManyRequests", "Please retry again later."),
            StatusCodes.Status503ServiceUnavailable => ("ServiceUnavailable", "The service is temporarily unavailable."),
            >= 500 => ("Internal_ServerError", "An internal error has occurred."),
            _ => ("Unknown", "The request could not be processed."),
        };
        var error = ServiceAnswer.Error(status, code, message, Guid.NewGuid());
        return retryAfter is null ? error : error.With("Retry-After", retryAfter);
    }

    public static ServiceAnswer TokenRefused(string? claims) => Error(StatusCodes.Status401Unauthorized, null).With(
        "WWW-Authenticate",
        claims is null
            ? "Bearer error=\"invalid_token\""
            : $"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"");

    public static ServiceAnswer WebPage(int status) => ServiceAnswer.Html(
        status,
        status < 300
            ? "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>"
            : $"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>{status}</h1><p>The gateway could not get an answer.</p></body></html>");

    public static ServiceAnswer Half(ServiceAnswer answer) => answer with { Body = answer.Body[..(answer.Body.Length / 2)] };
}
