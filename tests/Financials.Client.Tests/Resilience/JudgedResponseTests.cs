using System.Net;
using System.Text;
using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Resilience;

/// <summary>What each kind of response says, how often its request is sent then, and what the caller reads.</summary>
[CancelAfter(20_000)]
public class JudgedResponseTests
{
    private const string Customers = "/beta/financials/companies/{company}/customers";
    private const string One = $"GET {Customers}/{{customer}}";
    private const string Unknown = "It is not known whether the service executed the request. References have no key, so it was not retried. " +
        "Look for the record, or ask support with the request's ids, before you send it again. The last failure:";

    private static readonly Func<RecordedRequest, HttpResponseMessage> Coho = Reply.Json("""{"id":"{customer}","displayName":"Coho"}""");

    private static IEnumerable<TestCaseData> UnusableReads =>
    [
        Case("error with 200", Reply.Error(200, "Internal_ServerError", "It broke."),
            $"The service answered with something else than the Customer that it was asked for. The service says: It broke. [{One}, HTTP 200, Internal_ServerError]"),
        Case("empty", Reply.Empty, $"The service answered with something else than the Customer that it was asked for. [{One}, HTTP 204]"),
        Case("no id", Reply.Json("{}"), $"The service's response is not what its contract says, or was cut off. [{One}, HTTP 200]"),
        Case("cut off", Reply.Json("""{"id":"""), $"The service's response is not what its contract says, or was cut off. [{One}, HTTP 200]"),
        Case("another record", Reply.Json("""{"id":"{payment}"}"""), $"The service answered with something else than the Customer that it was asked for. [{One}, HTTP 200]"),
        Case("web page", Html, $"The response is a web page and not the service's. Something in between, such as the sign-in page of a proxy, has answered: check the address and the network. [{One}, HTTP 200]"),
        Case("broken off", Reply.Torn(200, "{"), $"The connection broke off before the response had arrived (the connection was lost). [{One}]"),
        Case("torn 400", Reply.Torn(400, "{"), $"The connection broke off before the response had arrived (the connection was lost). [{One}]"),
        Case("torn 404", Reply.Torn(404, "{"), $"The connection broke off before the response had arrived (the connection was lost). [{One}]"),
        Case("torn 503", Reply.Torn(503, "{"), $"The service could not complete the request. Try again later. [{One}, HTTP 503]"),
        Case("torn 429", Reply.Torn(429, "{"), $"The service has had too many requests and did not execute this one. Wait before you send it again. Send fewer at a time. [{One}, HTTP 429]"),
    ];

    private static IEnumerable<TestCaseData> UnusableActions =>
    [
        Case("error with 200", Reply.Error(200, "Internal_ServerError", "It broke."),
            $"The service answered with something else than the empty response that this call ends with. The service says: It broke. [POST {Customers}/$ref, HTTP 200, Internal_ServerError]"),
        Case("record", Coho, $"The service answered with something else than the empty response that this call ends with. [POST {Customers}/$ref, HTTP 200]"),
        Case("no JSON", Reply.Json("OK", 202), $"The service answered with something else than the empty response that this call ends with. [POST {Customers}/$ref, HTTP 202]"),
        Case("web page", Html, $"The response is a web page and not the service's. Something in between, such as the sign-in page of a proxy, has answered: check the address and the network. [POST {Customers}/$ref, HTTP 200]"),
        Case("torn 400", Reply.Torn(400, "{"), $"The connection broke off before the response had arrived (the connection was lost). [POST {Customers}/$ref]"),
    ];

    [TestCaseSource(nameof(UnusableReads))]
    public async Task Read_ResponseThatIsNoUse_IsRetriedAndSaidWhole(object reply, string message, CancellationToken guard)
    {
        using var transport = new ScriptedTransport((Func<RecordedRequest, HttpResponseMessage>)reply);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(Ids.Named(error!.Message), Is.EqualTo(message));
        Assert.That((error.Attempts, transport.Requests.Count), Is.EqualTo((5, 5)));
    }

    [TestCaseSource(nameof(UnusableReads))]
    public async Task Read_ResponseThatIsNoUseOnce_EndsWell(object reply, string _, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder((Func<RecordedRequest, HttpResponseMessage>)reply, Coho);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        Assert.That((await client.Customers().GetAsync(Ids.Customer, guard)).DisplayName, Is.EqualTo("Coho"));
    }

    [TestCaseSource(nameof(UnusableActions))]
    public async Task Action_ResponseThatIsNoUse_IsUnknownAndSaidWhole(object reply, string message, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder((Func<RecordedRequest, HttpResponseMessage>)reply);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().AddReferenceAsync(Ids.Customer, guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo($"{Unknown} {message}"));
        Assert.That(error.Entity, Is.Null);
    }

    [TestCase(204)]
    [TestCase(200)]
    public async Task Action_EmptyResponse_IsDone(int status, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Status(status));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        await client.Customers().AddReferenceAsync(Ids.Customer, guard);

        Assert.That(transport.Methods, Is.EqualTo("POST"));
    }

    [Test]
    public async Task Read_TooLongAResponse_IsNotRetriedAndSaidWhole(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(TooLong);
        using var client = OfTenThousandBytes(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(Ids.Named(error!.Message), Is.EqualTo(
            $"The response is longer than 10000 bytes, so it was not read. The option MaxResponseBytes sets this limit. [{One}]"));
        Assert.That(transport.Methods, Is.EqualTo("GET"));
    }

    [Test]
    public async Task Update_TooLongAResponse_IsNotRetried(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(TooLong);
        using var client = OfTenThousandBytes(transport);
        var customer = Make.Customer(new() { DisplayName = "Old" }, Ids.Customer, "W/\"1\"");

        await Assert.CatchAsync<FinancialsException>(() => client.Customers().UpdateAsync(customer with { DisplayName = "New" }, cancellationToken: guard));

        Assert.That(transport.Methods, Is.EqualTo("PATCH"));
    }

    [Test]
    public async Task Create_TooLongAResponse_IsReconciled(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(TooLong, Reply.Json("""{"value":[{"id":"{customer}","number":"C1","displayName":"Coho"}]}"""));
        using var client = OfTenThousandBytes(transport);

        Assert.That((await client.Customers().CreateAsync(new() { Number = "C1", DisplayName = "Coho" }, guard)).Id, Is.EqualTo(Ids.Customer));
    }

    [Test]
    public async Task Read_TokenRefusedTwice_IsTheSecondRefusal(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = ScriptedTransport.InOrder(Reply.Error(401, "First", "One."), Reply.Error(401, "Second", "Two."));
        using var client = ManualClients.Of(transport, time, credential: new ScriptedCredential());

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            "The service did not accept the token. Check that the credential belongs to the right tenant and that its scope fits the service. " +
            $"The service says: Two. [{One}, HTTP 401, Second]"));
        Assert.That((error.Attempts, time.Elapsed), Is.EqualTo((2, TimeSpan.Zero)));
    }

    [Test]
    public async Task Read_TokenRefusedAndNoOtherToBeHad_IsTheFirstRefusal(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = ScriptedTransport.InOrder(Reply.Error(401, "First", "One."));
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That((error.Code, error.Attempts, time.Elapsed), Is.EqualTo(("First", 1, TimeSpan.Zero)));
    }

    [Test]
    public async Task Read_CredentialThatRefuses_IsNotAskedAgain(CancellationToken guard)
    {
        var credential = new ScriptedCredential(_ => throw new InvalidOperationException("No such tenant."));
        using var transport = ScriptedTransport.InOrder();
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true }, credential: credential);

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(credential.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Create_TokenRefusedTwice_WasCertainlyNotExecuted(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Status(401), Reply.Status(401));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true }, credential: new ScriptedCredential());

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard));
    }

    [Test]
    public async Task Read_TokenRefusedAndTheServiceUnavailableThen_WaitsLikeForAnyFailure(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = ScriptedTransport.InOrder(Reply.Status(401), Reply.Status(503), Coho);
        using var client = ManualClients.Of(transport, time, credential: new ScriptedCredential());

        await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(time.Elapsed, Is.InRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), "It is the second retry.");
    }

    [Test]
    public async Task Read_TokenRefusedByAResponseThatBreaksOff_GetsAnother(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Torn(401, "{"), Coho);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true }, credential: new ScriptedCredential());

        await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(transport.Requests[1].Headers["Authorization"], Is.EqualTo("Bearer token-2"));
    }

    [Test]
    public async Task Create_ForbiddenByAResponseThatBreaksOff_IsForbidden(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Torn(403, "{"));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard));

        Assert.That(error.Status, Is.EqualTo(403));
    }

    // What was torn stood for the transport's own exception, and not for what the connection had said.
    [Test]
    public async Task Read_ResponseThatBreaksOff_HasTheConnectionsOwnFailureInside(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(Reply.Torn(200, "{"));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(error.InnerException, Is.TypeOf<HttpIOException>());
    }

    [Test]
    public async Task Read_Throttled_IsCountedAsSuchAndNothingElseIs(CancellationToken guard)
    {
        using var listener = new TelemetryListener();
        using var transport = ScriptedTransport.InOrder(Reply.Status(429), Reply.Status(503), Reply.Torn(429, "{"), Coho);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(listener.Of("financials.client.throttles").Select(throttle => throttle.Value), Is.EqualTo((double[])[1, 1]));
    }

    [Test]
    public async Task Read_AskedToWaitOnceOnly_WaitsOnceOnly(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = ScriptedTransport.InOrder(Reply.Status(429, "45"), Reply.Lost, Coho);
        using var client = ManualClients.Of(transport, time);

        await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(time.Elapsed, Is.InRange(TimeSpan.FromSeconds(46), TimeSpan.FromSeconds(47)));
    }

    [Test]
    public async Task Call_CancelledBeforeWithATokenAtHand_SendsNothing(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Coho);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });
        await client.Customers().GetAsync(Ids.Customer, guard);
        var cancelled = new CancellationToken(canceled: true);

        var error = await Assert.CatchAsync<OperationCanceledException>(() => client.Customers().DeleteAsync(Ids.Customer, cancelled));

        Assert.That((error!.CancellationToken, transport.Methods), Is.EqualTo((cancelled, "GET")));
    }

    [Test]
    public async Task Retry_OfEachKindOfFailure_IsToldWithItsReason(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var loggers = new RecordingLoggers();
        using var transport = new AsyncTransport(async (request, number, token) =>
        {
            switch (number)
            {
                case 1:
                    return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                case 2:
                    throw new HttpRequestException(HttpRequestError.ConnectionError);
                case 3:
                    await Task.Delay(TimeSpan.FromDays(1), time, token);
                    break;
            }

            return ScriptedTransport.Record(request);
        });
        using var client = new FinancialsClient(
            TestClients.Service, new StaticTokenCredential("token"), new() { Transport = transport, TimeProvider = time, LoggerFactory = loggers });

        await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(
            loggers.Entries.Where(entry => entry.Id.Id == 4).Select(entry => entry.Text[(entry.Text.IndexOf('(', StringComparison.Ordinal) + 1)..entry.Text.IndexOf(" comes", StringComparison.Ordinal)]),
            Is.EqualTo((string[])["503); retry 1", "HttpRequestException); retry 2", "FinancialsTimeoutException); retry 3"]));
    }

    private static HttpResponseMessage Html(RecordedRequest request) => new() { Content = new StringContent("<html>Sign in</html>", Encoding.UTF8, "text/html") };

    private static HttpResponseMessage TooLong(RecordedRequest request) => ScriptedTransport.Json($$"""{"id":"{{Ids.Customer}}","displayName":"{{new string('x', 10_000)}}"}""");

    private static FinancialsClient OfTenThousandBytes(HttpMessageHandler transport) => new(
        TestClients.Service,
        new StaticTokenCredential("token"),
        new() { Transport = transport, TimeProvider = new ManualTime { SkipsDelays = true }, MaxResponseBytes = 10_000 });

    private static TestCaseData Case(string name, Func<RecordedRequest, HttpResponseMessage> reply, string message) =>
        new TestCaseData(reply, message).SetArgDisplayNames(name);
}
