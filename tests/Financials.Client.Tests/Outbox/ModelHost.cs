using Financials.Client.Tests.SafeCreates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Financials.Client.Tests.Outbox;

/// <summary>The model of the service on a loopback port, for clients in other processes.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _running;

    private ModelHost(WebApplication app) => _app = app;

    /// <summary>Whether no request is being executed.</summary>
    public bool IsIdle => Volatile.Read(ref _running) == 0;

    public Uri Address => new(new Uri(_app.Urls.Single()), "api/v2.0");

    public static async Task<ModelHost> StartAsync(ModelServer model)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var host = new ModelHost(builder.Build());
        host._app.Urls.Add("http://127.0.0.1:0");
        host._app.Run(async context =>
        {
            Interlocked.Increment(ref host._running);
            try
            {
                await ExecuteAsync(model, context);
            }
            finally
            {
                Interlocked.Decrement(ref host._running);
            }
        });
        await host._app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task ExecuteAsync(ModelServer model, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        using var answer = model.Execute(new(
            context.Request.Method,
            new Uri(context.Request.GetEncodedUrl()),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
    }
}
