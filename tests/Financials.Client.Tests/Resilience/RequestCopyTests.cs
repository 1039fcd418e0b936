using System.Net;
using Financials.Client.Resilience;
using Financials.Client.Telemetry;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>A repeated request is the same request.</summary>
public class RequestCopyTests
{
    /// <summary>No parser would take these, so they have to pass through untouched.</summary>
    private static readonly string[] ETags =
    [
        "W/\"JzQ0O0VHUT09JzQ3\"", "*", "W/\"a b, c\"", "W/ \"spaced\"", "unquoted", "\"\"", "W/\"æ\"", "W/\"a\"; W/\"b\"",
    ];

    [TestCaseSource(nameof(ETags))]
    public async Task Update_Repeated_IsTheSameRequest(string etag)
    {
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number < 3
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : ScriptedTransport.Json("""{"displayName":"New"}""")));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });
        var customer = FinancialsModelFactory.Customer(new Customer { DisplayName = "Old" }, etag: etag);

        await client.Customers().UpdateAsync(customer with { DisplayName = "New" });

        var first = transport.Requests[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Requests, Has.Count.EqualTo(3));
            Assert.That(first.Headers["If-Match"], Is.EqualTo(etag));
            Assert.That(first.Headers["Content-Type"], Is.EqualTo("application/json"));
            Assert.That(first.Body, Is.EqualTo("""{"displayName":"New"}"""));
            foreach (var repetition in transport.Requests.Skip(1))
            {
                Assert.That(repetition.Method, Is.EqualTo("PATCH"));
                Assert.That(repetition.Target, Is.EqualTo(first.Target));
                Assert.That(repetition.Headers, Is.EquivalentTo(first.Headers));
                Assert.That(repetition.Body, Is.EqualTo(first.Body));
            }
        }
    }

    [Test]
    public async Task Of_AnyRequest_KeepsEverythingAboutIt()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; odd");
        content.Headers.TryAddWithoutValidation("Content-Language", "da");
        using var request = new HttpRequestMessage(new HttpMethod("MERGE"), "https://service.example/a%20b?$filter=x%20eq%20'y'")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("If-Match", "W/ \"odd");
        request.Headers.TryAddWithoutValidation("X-Many", ["one", "two"]);
        var option = new HttpRequestOptionsKey<string>("option");
        request.Options.Set(option, "value");

        using var copy = await RequestCopy.OfAsync(request, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy.Method.Method, Is.EqualTo("MERGE"));
            Assert.That(copy.RequestUri!.AbsoluteUri, Is.EqualTo(request.RequestUri!.AbsoluteUri));
            Assert.That(copy.Version, Is.EqualTo(HttpVersion.Version20));
            Assert.That(copy.VersionPolicy, Is.EqualTo(HttpVersionPolicy.RequestVersionExact));
            Assert.That(Raw(copy.Headers), Is.EqualTo(Raw(request.Headers)));
            Assert.That(Raw(copy.Content!.Headers), Is.EqualTo(Raw(content.Headers)));
            Assert.That(await copy.Content.ReadAsByteArrayAsync(), Is.EqualTo((byte[])[1, 2, 3]));
            Assert.That(copy.Options.TryGetValue(option, out var value) ? value : null, Is.EqualTo("value"));
        }
    }

    /// <summary>A connection may still be sending the one before when the next goes out.</summary>
    [Test]
    public async Task Repetition_EachAttempt_SendsAMessageOfItsOwnWithOneHistory()
    {
        using var transport = new Recorder();
        using var handler = new ResilienceHandler(new() { BaseDelay = TimeSpan.Zero }, TimeProvider.System, ClientTelemetry.Silent) { InnerHandler = transport };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://service.example/");

        using var answer = await invoker.SendAsync(request, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Sent, Has.Count.EqualTo(5).And.Unique);
            Assert.That(transport.Sent[0], Is.SameAs(request), "Most requests are sent once, and need no copy.");
            Assert.That(transport.Sent.Select(RequestHistory.Of), Is.All.SameAs(RequestHistory.Of(request)));
        }
    }

    [Test]
    public async Task Of_RequestWithoutBody_HasNone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://service.example/");

        using var copy = await RequestCopy.OfAsync(request, CancellationToken.None);

        Assert.That(copy.Content, Is.Null);
    }

    private static List<string> Raw(System.Net.Http.Headers.HttpHeaders headers) =>
        [.. headers.NonValidated.SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))];

    /// <summary>Throttles everything.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        public List<HttpRequestMessage> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        }
    }
}
