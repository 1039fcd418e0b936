using Financials.Client.Tests.DependencyInjection;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Financials.Client.Tests.Resilience;

/// <summary>A transport of the application's that would take the token along a redirect is refused, and told what to change.</summary>
public class RedirectTests
{
    [Test]
    public void Client_TransportThatFollowsRedirects_IsRefusedByNameOfTheSetting([Values] bool isWrapped)
    {
        using HttpMessageHandler handler = isWrapped ? new Outer(new HttpClientHandler()) : new SocketsHttpHandler();

        var error = Assert.Throws<ArgumentException>(() => ManualClients.Of(handler));

        Assert.That(error.Message, Does.Contain($"Set {(isWrapped ? nameof(HttpClientHandler) : nameof(SocketsHttpHandler))}.AllowAutoRedirect to false"));
    }

    [Test]
    public async Task Application_WhosePrimaryHandlerFollowsRedirects_GetsNoClient([Values] bool isWrapped)
    {
        using HttpMessageHandler handler = isWrapped ? new Outer(new HttpClientHandler()) : new SocketsHttpHandler();
        await using var services = Applications.With(handler);

        var error = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<FinancialsClient>());

        Assert.That(error.Message, Is.EqualTo(
            "The handler that ConfigurePrimaryHttpMessageHandler gives the client 'Financials.Client' would follow redirects with the token. " +
            $"Set {(isWrapped ? nameof(HttpClientHandler) : nameof(SocketsHttpHandler))}.AllowAutoRedirect to false."));
    }

    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner);
}
