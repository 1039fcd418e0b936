using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Financials.Client.Tests.Support;

/// <summary>An HTTP server on a free loopback port, so that a test sees what really goes over a socket.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyCollection<RecordedRequest> Requests => _requests;

    /// <summary>A server that answers every request with this status and JSON.</summary>
    public static async Task<LoopbackServer> StartAsync(int status, string json)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var server = new LoopbackServer(builder.Build());
        server._app.Urls.Add("http://127.0.0.1:0");
        server._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            server._requests.Enqueue(new(
                context.Request.Method,
                new Uri(context.Request.GetEncodedUrl()),
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync()));
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
