using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Tests.Webhooks;

/// <summary>An app that gets notifications.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<JsonArray> _received = Channel.CreateUnbounded<JsonArray>();

    private Receiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Its address.</summary>
    public string Url => $"{_app.Urls.Single()}/hook?app=1";

    /// <summary>Whether it says back the token that it is asked with.</summary>
    public bool Agrees { get; set; } = true;

    /// <summary>What it answers to the next notifications; 200 after that.</summary>
    public Queue<int> Statuses { get; } = new();

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The notifications of the next request, as <c>changeType set(id)</c>.</summary>
    public async Task<string> NextAsync(CancellationToken guard) =>
        string.Join(' ', (await NextJsonAsync(guard)).Select(one => $"{one!["changeType"]} {$"{one["resource"]}".Split('/')[^1]}").Order(StringComparer.Ordinal));

    public async Task<JsonArray> NextJsonAsync(CancellationToken guard) => await _received.Reader.ReadAsync(guard);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Query["validationToken"] is [{ } token])
        {
            await context.Response.WriteAsync(Agrees ? token : "no");
            return;
        }

        var body = await JsonNode.ParseAsync(context.Request.Body);
        context.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : 200;
        await context.Response.CompleteAsync();
        await _received.Writer.WriteAsync(body!["value"]!.AsArray());
    }
}
