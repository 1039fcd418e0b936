using System.Net;

namespace Financials.Client.Transport;

/// <summary>How connections to a service are made.</summary>
internal static class Connections
{
    /// <summary>How long a connection is kept, so that changes in DNS are seen.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="proxy">The proxy; null for that of the system.</param>
    public static SocketsHttpHandler Create(IWebProxy? proxy)
    {
        var connections = new SocketsHttpHandler { Proxy = proxy };
        SetUp(connections);
        return connections;
    }

    public static void SetUp(SocketsHttpHandler connections)
    {
        // Redirects are not followed: the token belongs to the address that was configured.
        connections.AllowAutoRedirect = false;
        connections.UseCookies = false;
        connections.AutomaticDecompression = DecompressionMethods.All;
        connections.PooledConnectionLifetime = Lifetime;
    }
}
