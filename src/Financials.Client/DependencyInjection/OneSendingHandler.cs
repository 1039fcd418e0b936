using Microsoft.Extensions.Logging;

namespace Financials.Client.DependencyInjection;

/// <summary>
/// The last handler before the connection. It lets every attempt of the client through once, so that a handler of the
/// application's that retries requests can neither post something twice nor multiply the client's own attempts.
/// </summary>
internal sealed partial class OneSendingHandler(ILogger<OneSendingHandler> log) : DelegatingHandler
{
    private const string Explanation =
        "A handler of this application tried to retry a request of the Financials client, and was not let. The client retries by " +
        "itself what may be retried: remove that handler from this client, for example with RemoveAllResilienceHandlers()";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (OneSending.Use())
        {
            return base.SendAsync(request, cancellationToken);
        }

        // As a broken connection: what became of the first sending is not known here, and the client acts on that.
        LogRetry(log);
        throw new HttpRequestException(HttpRequestError.Unknown, Explanation);
    }

    [LoggerMessage(1, LogLevel.Warning, Explanation)]
    private static partial void LogRetry(ILogger log);
}
