using System.Security.Authentication;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>What a failure on the way says about the request.</summary>
internal static class TransportFailures
{
    /// <returns>Null for a failure that is none of the transport's: a fault of the application's.</returns>
    public static AttemptOutcome? OutcomeOf(Exception failure) => failure switch
    {
        // The connection was never made, so nothing can have been sent.
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } => AttemptOutcome.NotExecuted,
        HttpRequestException or IOException or ResponseBodyException => AttemptOutcome.Unclear,

        // The client was disposed while the request was in flight.
        ObjectDisposedException => AttemptOutcome.Unclear,

        // A handler of the application that gave up on its own.
        OperationCanceledException => AttemptOutcome.Unclear,
        _ => null,
    };

    /// <summary>Whether the server's certificate, or the agreement on how to encrypt, is what failed: that will be so the next time too.</summary>
    public static bool IsOfTls(Exception failure) => failure.InnerException is AuthenticationException;

    /// <summary>What went wrong underneath.</summary>
    public static Exception Cause(Exception failure) => failure is ResponseBodyException { InnerException: { } cause } ? cause : failure;
}
