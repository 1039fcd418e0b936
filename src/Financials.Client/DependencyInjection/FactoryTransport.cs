using System.Diagnostics.CodeAnalysis;

namespace Financials.Client.DependencyInjection;

/// <summary>
/// Sends through the handlers that the factory has at the moment. The factory renews them from time to time, so that changes in
/// DNS are seen; what has to last as long as the client (its token, its concurrency limit) is outside of them.
/// </summary>
internal sealed class FactoryTransport(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "It stands below HttpTransport, which has guarded the token.")]
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OneSending.Permit();

        // The handlers belong to the factory, which disposes them when no request uses them any more.
        using var current = new HttpMessageInvoker(factory.CreateHandler(name), disposeHandler: false);
        return await current.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
