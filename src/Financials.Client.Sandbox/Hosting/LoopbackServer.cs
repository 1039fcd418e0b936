using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Financials.Client.Sandbox.Hosting;

/// <summary>
/// Kestrel by itself, on this machine only. A host around it would read settings and environment variables of the process that the
/// sandbox lives in, take its signals, and cost more time than all the rest of a start.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>The bytes of the largest request that Business Central takes.</summary>
    private const long LargestBody = 350L * 1024 * 1024;

    private readonly CancellationTokenSource _stopping = new();
    private readonly KestrelServer _kestrel;

    /// <param name="port">The port; 0 for any that is free.</param>
    public LoopbackServer(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, Limits = { MaxRequestBodySize = LargestBody } };
        options.Listen(IPAddress.Loopback, port);
        _kestrel = new(
            Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        Stopping = _stopping.Token;
    }

    /// <summary>Ends when the server does.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Scheme, host and port; known once it has been started.</summary>
    public string Origin => _kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    /// <exception cref="IOException">The port is taken.</exception>
    public Task StartAsync(Func<HttpContext, Task> handle, CancellationToken cancellationToken) =>
        _kestrel.StartAsync(new Application(handle), cancellationToken);

    /// <summary>Stops at once: requests that are under way end with their connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _kestrel.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _kestrel.Dispose();
        _stopping.Dispose();
    }

    private sealed class Application(Func<HttpContext, Task> handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
