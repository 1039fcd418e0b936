using System.Diagnostics;
using System.Net;
using Azure.Core;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Telemetry;

/// <summary>
/// A secret is given to the client as its token, as the e-mail address and as a value of a query, and echoed by the service in
/// every text it sends. It must turn up in no log entry, span or measurement.
/// </summary>
public class TelemetryPrivacyTests
{
    private const string Canary = "canary-7f3a9c";
    private const string EMail = $"{Canary}@coho.example";

    private static readonly Customer Customer = new() { Number = "10000", DisplayName = Canary, Email = EMail };

    private static IEnumerable<TestCaseData> Services()
    {
        yield return Service("that works", request => request.Method == "GET"
            ? ScriptedTransport.Json($$"""{"value":[{"id":"5d115c9c-44e3-ea11-bb43-000d3a2feca1","number":"10000","email":"{{EMail}}"}]}""")
            : ScriptedTransport.Stored(request));
        yield return Service("that loses answers", _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, $"Lost {EMail}"));
        yield return Service("that cannot be reached", _ => throw new HttpRequestException(HttpRequestError.ConnectionError, $"No way to {EMail}"));
        yield return Service("that answers nonsense", _ => ScriptedTransport.Json($"{{ {Canary}"));
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway])
        {
            yield return Service($"that answers {(int)status}", request => Echo(request, status));
        }
    }

    [TestCaseSource(nameof(Services))]
    public async Task Canary_WhateverTheServiceDoes_IsNowhereInTelemetry(object service)
    {
        using var loggers = new RecordingLoggers();
        using var listener = new TelemetryListener();

        await RunAsync((Func<RecordedRequest, HttpResponseMessage>)service, new StaticTokenCredential(Canary), loggers);

        AssertNoCanary(loggers, listener);
        Assert.That(listener.Spans, Is.Not.Empty);
        Assert.That(listener.Measurements, Is.Not.Empty);
        Assert.That(loggers.Entries, Is.Not.Empty);
    }

    [Test]
    public async Task Canary_OfACredentialThatFails_IsNowhereInTelemetry()
    {
        using var loggers = new RecordingLoggers();
        using var listener = new TelemetryListener();

        await RunAsync(
            ScriptedTransport.Stored,
            new ScriptedCredential(_ => ValueTask.FromException<AccessToken>(new InvalidOperationException($"No token for {EMail}, secret {Canary}"))),
            loggers);

        AssertNoCanary(loggers, listener);
        Assert.That(loggers.Entries.Select(entry => entry.Text), Has.Some.EqualTo("ScriptedCredential gave no token (InvalidOperationException)"));
    }

    private static TestCaseData Service(string name, Func<RecordedRequest, HttpResponseMessage> service) =>
        new TestCaseData(service).SetArgDisplayNames(name);

    private static HttpResponseMessage Echo(RecordedRequest request, HttpStatusCode status)
    {
        var answer = ScriptedTransport.Json(
            $$$"""{"error":{"code":"BadRequest","message":"{{{EMail}}} and {{{request.Headers["Authorization"]}}} at {{{Uri.EscapeDataString(request.Target.Query)}}}"}}""",
            status);
        answer.Headers.TryAddWithoutValidation("Retry-After", "0");
        answer.ReasonPhrase = Canary;
        return answer;
    }

    private static async Task RunAsync(Func<RecordedRequest, HttpResponseMessage> service, TokenCredential credential, RecordingLoggers loggers)
    {
        using var transport = new ScriptedTransport(service);
        using var client = new FinancialsClient(TestClients.Service, credential, new FinancialsClientOptions
        {
            Transport = transport,
            LoggerFactory = loggers,
            Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        });
        var customers = client.Customers();
        Func<Task>[] calls =
        [
            () => customers.CreateAsync(Customer),
            () => customers.Where(c => c.Email == EMail).ToListAsync(),
            () => customers.CountAsync(c => c.DisplayName == Canary),
            () => customers.DeleteAsync(Ids.Customer),
        ];
        foreach (var call in calls)
        {
            try
            {
                await call();
            }
            catch (FinancialsException)
            {
                // Most of these services let no call succeed; what is told of it is the point.
            }
        }
    }

    private static void AssertNoCanary(RecordingLoggers loggers, TelemetryListener listener)
    {
        var told = loggers.Entries.SelectMany(entry => entry.Values.Select(value => $"{value}").Append(entry.Text))
            .Concat(listener.Spans.SelectMany(Texts))
            .Concat(listener.Measurements.SelectMany(measurement => measurement.Tags.Select(tag => $"{tag}")));
        Assert.That(told, Has.None.Contains(Canary).IgnoreCase);
    }

    private static IEnumerable<string> Texts(Activity span) =>
    [
        span.DisplayName,
        $"{span.StatusDescription}",
        .. span.TagObjects.Select(tag => $"{tag}"),
        .. span.Baggage.Select(item => $"{item}"),
        .. span.Events.SelectMany(e => e.Tags.Select(tag => $"{tag}").Append(e.Name)),
    ];
}
