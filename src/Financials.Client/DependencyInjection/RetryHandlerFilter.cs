using Financials.Client.Configuration;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Financials.Client.DependencyInjection;

/// <summary>
/// Takes the usual repeating handlers out of a client's chain, which defaults for all clients of an application put in, and
/// guards the chain against the others, and against a connection that would follow redirects.
/// </summary>
internal sealed class RetryHandlerFilter(string client, ILogger<OneSendingHandler> log) : IHttpMessageHandlerBuilderFilter
{
    /// <summary>By name, because the packages that have them are the application's.</summary>
    private static readonly string[] Repeating =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name != client)
        {
            return;
        }

        if (RedirectGuard.Problem(builder.PrimaryHandler) is { } problem)
        {
            throw new InvalidOperationException(
                $"The handler that ConfigurePrimaryHttpMessageHandler gives the client '{client}' {problem}.");
        }

        var handlers = builder.AdditionalHandlers;
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (Repeating.Contains(handlers[i].GetType().FullName))
            {
                handlers.RemoveAt(i);
            }
        }

        handlers.Add(new OneSendingHandler(log));
    };
}
