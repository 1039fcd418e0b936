using System.Net;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.DependencyInjection;

/// <summary>
/// An application may give all of its clients a handler that repeats requests, as the defaults of some hosts do. Around this
/// client's connection it would post things twice and multiply the client's own attempts.
/// </summary>
public class OuterResilienceTests
{
    private static readonly Customer Coho = new() { DisplayName = "Coho" };

    [Test]
    public async Task OuterResilienceHandler_OfAllClients_DoesNotMultiplyTheClientsAttempts()
    {
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.ServiceUnavailable));
        await using var services = Applications.With(transport, client =>
            client.Services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new ResilienceHandler())));

        await Assert.CatchAsync<FinancialsUnavailableException>(() => services.Customers().ToListAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(1 + new ResilienceOptions().MaxRetries));
    }

    [Test]
    public async Task OuterResilienceHandler_OfTheClientItself_DoesNotMultiplyItsAttempts()
    {
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.ServiceUnavailable));
        await using var services = Applications.With(transport, client => client.AddHttpMessageHandler(() => new ResilienceHandler()));

        await Assert.CatchAsync<FinancialsUnavailableException>(() => services.Customers().ToListAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(1 + new ResilienceOptions().MaxRetries));
    }

    [Test]
    public async Task UnknownRepeatingHandler_RefusedRequest_IsSentOnceForEachAttempt()
    {
        using var loggers = new RecordingLoggers();
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.ServiceUnavailable));
        await using var services = Applications.With(transport, client =>
        {
            client.Services.AddSingleton<ILoggerFactory>(loggers);
            client.AddHttpMessageHandler(() => new RepeatingHandler());
        });

        var error = await Assert.CatchAsync<FinancialsUnavailableException>(() => services.Customers().ToListAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(1 + new ResilienceOptions().MaxRetries));
        Assert.That(error!.ToString(), Does.Contain("remove that handler from this client"));
        Assert.That(loggers.Entries.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Text), Has.Some.Contains("RemoveAllResilienceHandlers()"));
    }

    [Test]
    public async Task UnknownRepeatingHandler_LostAnswerOfACreateWithoutKey_DoesNotPostTwice()
    {
        var transport = new ScriptedTransport(_ => new(HttpStatusCode.GatewayTimeout));
        await using var services = Applications.With(transport, client => client.AddHttpMessageHandler(() => new RepeatingHandler()));

        await Assert.CatchAsync<FinancialsOutcomeUnknownException>(() => services.Customers().CreateAsync(Coho));

        Assert.That(transport.Requests.Select(request => request.Method), Is.EqualTo(["POST"]));
    }

    [Test]
    public async Task UnknownRepeatingHandler_ThatSendsCopies_DoesNotPostTwice()
    {
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.GatewayTimeout));
        await using var services = Applications.With(
            transport, client => client.AddHttpMessageHandler(() => new RepeatingHandler()).AddHttpMessageHandler(() => new CopyingHandler()));

        await Assert.CatchAsync<FinancialsOutcomeUnknownException>(() => services.Customers().CreateAsync(Coho));

        Assert.That(transport.Requests.Select(request => request.Method), Is.EqualTo(["POST"]));
    }

    [Test]
    public async Task UnknownRepeatingHandler_LostAnswerOfACreateWithKey_LooksBeforeItPostsAgain()
    {
        using var transport = new ScriptedTransport(request => request.Method == "GET"
            ? ScriptedTransport.Json($$"""{"value":[{"id":"{{Ids.Customer}}","number":"10000","displayName":"Coho"}]}""")
            : new(HttpStatusCode.GatewayTimeout));
        await using var services = Applications.With(transport, client => client.AddHttpMessageHandler(() => new RepeatingHandler()));

        var created = await services.Customers().CreateAsync(Coho with { Number = "10000" });

        Assert.That(created.Id, Is.EqualTo(Ids.Customer));
        Assert.That(transport.Requests.Select(request => request.Method), Is.EqualTo(["POST", "GET"]));
    }

    [Test]
    public async Task OtherClients_OfTheApplication_KeepTheirResilienceHandlers()
    {
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.ServiceUnavailable));
        await using var services = Applications.With(transport, client =>
        {
            client.Services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new ResilienceHandler()));
            client.Services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => transport);
        });

        using var other = services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using var answer = await other.GetAsync(new Uri("https://other.example/"));

        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    /// <summary>Sends a request of its own in the place of each, as handlers do that may not send one twice.</summary>
    private sealed class CopyingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri)
            {
                Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            };
            copy.Headers.Authorization = request.Headers.Authorization;
            return await base.SendAsync(copy, cancellationToken);
        }
    }
}
