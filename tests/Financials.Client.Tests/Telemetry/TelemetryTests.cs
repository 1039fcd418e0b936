using System.Diagnostics;
using System.Net;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Telemetry;

/// <summary>What spans, metrics and log entries tell of the client's work.</summary>
public class TelemetryTests
{
    private const string Route = "/beta/financials/companies/{id}/customers";
    private const string Stored = """{"id":"5d115c9c-44e3-ea11-bb43-000d3a2feca1","number":"10000","displayName":"Coho Winery"}""";

    private static readonly Customer Coho = new() { Number = "10000", DisplayName = "Coho Winery" };

    private RecordingLoggers _loggers = null!;
    private TelemetryListener _listener = null!;

    [SetUp]
    public void Listen()
    {
        _loggers = new();
        _listener = new();
    }

    [TearDown]
    public void StopListening()
    {
        _listener.Dispose();
        _loggers.Dispose();
    }

    [Test]
    public async Task Request_ThatIsAnswered_IsOneSpanOneMeasurementAndOneEntry()
    {
        await RunAsync(_ => ScriptedTransport.Json(Stored, HttpStatusCode.Created), customers => customers.CreateAsync(Coho));

        var span = _listener.Spans.Single();
        var duration = _listener.Measurements.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(span.DisplayName, Is.EqualTo($"POST {Route}"));
            Assert.That(span.Kind, Is.EqualTo(ActivityKind.Client));
            Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Unset));
            Assert.That(Tags(span), Is.SupersetOf(new Dictionary<string, object?>
            {
                ["http.request.method"] = "POST",
                ["url.template"] = Route,
                ["server.address"] = "service.example",
                ["server.port"] = 443,
                ["http.response.status_code"] = 201,
            }));
            Assert.That(span.GetTagItem("http.request.resend_count"), Is.Null);
            Assert.That(duration.Instrument, Is.EqualTo("financials.client.operation.duration"));
            Assert.That(duration.Tags, Is.EquivalentTo(new Dictionary<string, object?>
            {
                ["http.request.method"] = "POST", ["url.template"] = Route, ["http.response.status_code"] = 201,
            }));
            Assert.That(RequestEntries().Single(), Is.EqualTo((1, LogLevel.Debug)));
        }
    }

    [Test]
    public async Task ClientRequestId_IsTheSameOnTheWireInTheSpanAndInTheException()
    {
        var sent = "";
        var failure = await Assert.CatchAsync<FinancialsException>(() => RunAsync(
            request =>
            {
                sent = request.Headers["client-request-id"];
                return ScriptedTransport.Json("""{"error":{"code":"Application_DialogException","message":"No."}}""", HttpStatusCode.BadRequest);
            },
            customers => customers.CreateAsync(Coho)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Guid.TryParseExact(sent, "D", out _), Is.True);
            Assert.That(failure!.ClientRequestId, Is.EqualTo(sent));
            Assert.That(_listener.Spans.Single().GetTagItem("financials.client_request_id"), Is.EqualTo(sent));
        }
    }

    [TestCase("", TestName = "ClientRequestId_OfACreateWhoseAnswerIsCutOff_IsInTheException")]
    [TestCase("x", TestName = "ClientRequestId_OfACreateWhoseConnectionBreaks_IsInTheException")]
    public async Task ClientRequestId_OfALostAnswer_IsInTheException(string breakdown)
    {
        var sent = "";
        var unknown = await Assert.CatchAsync<FinancialsOutcomeUnknownException>(() => RunAsync(
            request =>
            {
                sent = request.Headers["client-request-id"];
                return breakdown.Length > 0
                    ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
                    : ScriptedTransport.Json("""{"id":""", HttpStatusCode.Created);
            },
            customers => customers.CreateAsync(Coho with { Number = null })));

        Assert.That(unknown!.ClientRequestId, Is.EqualTo(sent).And.Not.Empty);
    }

    [Test]
    public async Task Request_ThatIsRefused_IsAFailedSpanWithCodeAndIdsAndWithoutTheMessage()
    {
        await Assert.CatchAsync(() => RunAsync(
            _ => ScriptedTransport.Json(
                """{"error":{"code":"Application_DialogException","message":"Coho Winery is bad.  CorrelationId:  86be6b7c-8c80-4c27-8a27-3d8d203363f4."}}""",
                HttpStatusCode.BadRequest),
            customers => customers.CreateAsync(Coho)));

        var span = _listener.Spans.Single();
        var entry = _loggers.Entries.Single(entry => entry.Id.Id == 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(span.StatusDescription, Is.Null);
            Assert.That(Tags(span), Is.SupersetOf(new Dictionary<string, object?>
            {
                ["http.response.status_code"] = 400,
                ["error.type"] = "400",
                ["financials.error.code"] = "Application_DialogException",
                ["financials.correlation_id"] = "86be6b7c-8c80-4c27-8a27-3d8d203363f4",
            }));
            Assert.That(_listener.Measurements.Single().Tags["error.type"], Is.EqualTo("400"));
            Assert.That(entry.Level, Is.EqualTo(LogLevel.Warning));
            Assert.That(entry.Text, Does.StartWith(
                $"POST {Route} failed (400, code Application_DialogException) after ").And.Contains("86be6b7c").And.Not.Contains("Coho"));
        }
    }

    [Test]
    public async Task Request_ThatIsRetried_IsOneSpanWithItsRetries()
    {
        HttpResponseMessage[] answers =
        [
            Throttled(),
            new(HttpStatusCode.ServiceUnavailable),
            ScriptedTransport.Json("""{"value":[]}"""),
        ];
        var next = 0;

        await RunAsync(_ => answers[next++], customers => customers.ToListAsync());

        var span = _listener.Spans.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(span.GetTagItem("http.request.resend_count"), Is.EqualTo(2));
            Assert.That(span.Events.Select(e => e.Name), Is.EqualTo(["retry", "retry"]));
            Assert.That(
                span.Events.Select(e => e.Tags.Single(tag => tag.Key == "reason").Value), Is.EqualTo(["429", "503"]));
            Assert.That(
                _listener.Of("financials.client.retries").Select(m => (m.Value, m.Tags["reason"])),
                Is.EqualTo(new (double, object?)[] { (1, "429"), (1, "503") }));
            Assert.That(_listener.Of("financials.client.throttles").Single().Tags["url.template"], Is.EqualTo(Route));
            Assert.That(RequestEntries(), Is.EqualTo([(4, LogLevel.Warning), (4, LogLevel.Warning), (1, LogLevel.Debug)]));
            Assert.That(_loggers.Entries.First(entry => entry.Id.Id == 4).Text, Does.StartWith($"GET {Route}: an attempt failed (429); retry 1 comes after "));
        }
    }

    [Test]
    public async Task Create_WhoseAnswerIsLostAndThatIsFound_IsCountedAsReconciled()
    {
        await RunAsync(
            request => request.Method == "POST"
                ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
                : ScriptedTransport.Json($$"""{"value":[{{Stored}}]}"""),
            customers => customers.CreateAsync(Coho));

        var span = _listener.Spans.Single();
        var reconciled = _listener.Of("financials.client.creates.reconciled").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(span.DisplayName, Is.EqualTo($"POST {Route}"), "A call is one span, whatever it takes.");
            Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Unset));
            Assert.That(span.Events.Select(e => e.Name), Is.EqualTo(["reconcile", "reconciled"]));
            Assert.That((reconciled.Value, reconciled.Tags["financials.entity"], reconciled.Tags["financials.outcome"]), Is.EqualTo((1d, "Customer", "found")));
            Assert.That(
                _loggers.Entries.Where(entry => entry.Id.Id is 5 or 6).Select(entry => (entry.Level, entry.Text)),
                Is.EqualTo(new[]
                {
                    (LogLevel.Warning, "The response to the creation of a Customer was lost; looking for it before a retry"),
                    (LogLevel.Information, "The Customer whose response was lost was created once: found"),
                }));
        }
    }

    [Test]
    public async Task Create_WhoseAnswerIsLostAndThatIsRetried_IsCountedAsReconciled()
    {
        var posts = 0;
        await RunAsync(
            request => request.Method != "POST" ? ScriptedTransport.Json("""{"value":[]}""")
                : ++posts == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
                : ScriptedTransport.Json(Stored, HttpStatusCode.Created),
            customers => customers.CreateAsync(Coho));

        Assert.That(_listener.Of("financials.client.creates.reconciled").Single().Tags["financials.outcome"], Is.EqualTo("retried"));
    }

    [Test]
    public async Task Create_WhoseOutcomeStaysUnknown_IsAFailedSpan()
    {
        await Assert.CatchAsync<FinancialsOutcomeUnknownException>(() => RunAsync(
            _ => throw new HttpRequestException(HttpRequestError.ResponseEnded), customers => customers.CreateAsync(Coho)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_listener.Spans.Single().Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(_listener.Of("financials.client.creates.reconciled"), Is.Empty);
        }
    }

    [Test]
    public async Task Request_ThatItsCallerCancels_IsNoFailure()
    {
        using var cancel = new CancellationTokenSource();

        await Assert.CatchAsync<OperationCanceledException>(() => RunAsync(
            _ =>
            {
                cancel.Cancel();
                throw new OperationCanceledException(cancel.Token);
            },
            customers => customers.ToListAsync(cancel.Token)));

        var span = _listener.Spans.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((span.Status, span.GetTagItem("error.type")), Is.EqualTo((ActivityStatusCode.Unset, "cancelled")));
            Assert.That(_listener.Measurements.Single().Tags["error.type"], Is.EqualTo("cancelled"));
            Assert.That(RequestEntries(), Is.EqualTo([(3, LogLevel.Debug)]));
        }
    }

    [Test]
    public async Task Token_ThatIsRefused_IsToldTogetherWithTheNextOne()
    {
        var answers = 0;
        await RunAsync(
            _ => ++answers == 1 ? new HttpResponseMessage(HttpStatusCode.Unauthorized) : ScriptedTransport.Json("""{"value":[]}"""),
            customers => customers.ToListAsync());

        Assert.That(_loggers.Entries.Select(entry => (entry.Id.Id, entry.Level)), Is.EqualTo(new[]
        {
            (7, LogLevel.Debug), (9, LogLevel.Information), (7, LogLevel.Debug), (1, LogLevel.Debug),
        }));
    }

    private static HttpResponseMessage Throttled()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        answer.Headers.TryAddWithoutValidation("Retry-After", "0");
        return answer;
    }

    private static Dictionary<string, object?> Tags(Activity span) => span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    /// <summary>The entries that tell of requests, without those of tokens.</summary>
    private IEnumerable<(int Id, LogLevel Level)> RequestEntries() =>
        _loggers.Entries.Where(entry => entry.Id.Id is not 7).Select(entry => (entry.Id.Id, entry.Level));

    private async Task RunAsync(Func<RecordedRequest, HttpResponseMessage> service, Func<CustomersClient, Task> call)
    {
        using var transport = new ScriptedTransport(service);
        using var client = new FinancialsClient(TestClients.Service, new ScriptedCredential(), new FinancialsClientOptions
        {
            Transport = transport,
            LoggerFactory = _loggers,
            Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        });
        await call(client.Customers());
    }
}
