using System.Net;
using Financials.Client.Transport;

namespace Financials.Client.Tests.Transport;

/// <summary>How the client's own connections are made.</summary>
public class ConnectionsTests
{
    [Test]
    public void Connections_OfTheClient_KeepTheTokenToTheServiceAndFollowItsName()
    {
        using var connections = Connections.Create(proxy: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(connections.AllowAutoRedirect, Is.False);
            Assert.That(connections.UseCookies, Is.False);
            Assert.That(connections.AutomaticDecompression, Is.EqualTo(DecompressionMethods.All));
            Assert.That(connections.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(connections.UseProxy, Is.True);
            Assert.That(connections.Proxy, Is.Null, "that of the system");
        }
    }

    [Test]
    public void Connections_WithAProxy_UseIt()
    {
        var proxy = new WebProxy("http://proxy.example:8080");

        using var connections = Connections.Create(proxy);

        Assert.That(connections.Proxy, Is.SameAs(proxy));
    }
}
