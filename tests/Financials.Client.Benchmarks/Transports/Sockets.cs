using System.Net;

namespace Financials.Client.Benchmarks;

/// <summary>Connections for the contenders that bring none of their own, set up as the client sets up its own.</summary>
internal static class Sockets
{
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
