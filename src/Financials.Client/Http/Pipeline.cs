using System.Net;
using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Errors;

namespace Financials.Client.Http;

/// <summary>The handlers that every request passes through, outermost first.</summary>
internal static class Pipeline
{
    public static HttpClient Create(FinancialsService service, TokenCredential credential, FinancialsClientOptions options)
    {
        var handler = new FailedAnswerHandler(TimeProvider.System)
        {
            InnerHandler = new TokenHandler(service, credential)
            {
                InnerHandler = options.Transport ?? OwnConnections(),
            },
        };

        // A transport that the caller gave is the caller's to dispose, and disposing the handlers would reach it.
        return new HttpClient(handler, disposeHandler: options.Transport is null);
    }

    /// <summary>Redirects are not followed: the token belongs to the address that was configured.</summary>
    private static SocketsHttpHandler OwnConnections() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
