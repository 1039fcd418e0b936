using Financials.Client.Sandbox.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Financials.Client.Sandbox.Tests.Page;

/// <summary>The page on a free loopback port.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private PageServer(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public PageStub Content { get; private init; } = null!;

    public int Port => _http.BaseAddress!.Port;

    public static async Task<PageServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var app = builder.Build();
        var content = new PageStub();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(new SandboxPage(content).HandleAsync);
        await app.StartAsync();
        return new PageServer(app) { Content = content };
    }

    /// <summary>Sends a request as a browser might, under the host that the browser knows the server by.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string path, string? host = null, string? origin = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return _http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
