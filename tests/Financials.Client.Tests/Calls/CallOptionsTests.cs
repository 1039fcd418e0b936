using System.Net;
using Financials.Client.Tests.Fakes;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Calls;

/// <summary>Options for some calls: on the client, a company, a set or a query, without a second token or second limits.</summary>
public class CallOptionsTests
{
    private static readonly Func<CallOptions, CallOptions> German = options => options with { Language = "de-DE" };

    [TestCaseSource(nameof(Levels))]
    public async Task With_OnAnyLevel_ReachesTheRequest(Func<FinancialsClient, Task> call)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var client = TestClients.Facade(transport);

        await call(client);

        Assert.That(transport.Requests.Single().Headers["Accept-Language"], Is.EqualTo("de-DE"));
    }

    [Test]
    public async Task With_Twice_KeepsWhatTheFirstSet_AndTheClientItComesFromIsAsItWas()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var client = TestClients.Facade(transport);
        var company = client.Company().With(German);
        var both = company.With(options => options with { ReadIntent = ReadIntent.ReadOnly, Headers = new Dictionary<string, string> { ["X-Trace"] = "7" } });

        await both.Customers.ToListAsync();
        await company.Customers.ToListAsync();
        await client.Company().Customers.ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sent(0), Is.EqualTo(("de-DE", "ReadOnly", "7")));
            Assert.That(Sent(1), Is.EqualTo(("de-DE", (string?)null, (string?)null)));
            Assert.That(Sent(2), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
        }

        (string?, string?, string?) Sent(int index)
        {
            var headers = transport.Requests[index].Headers;
            return (headers.GetValueOrDefault("Accept-Language"), headers.GetValueOrDefault("Data-Access-Intent"), headers.GetValueOrDefault("X-Trace"));
        }
    }

    [Test]
    public async Task With_SharesTheTokenAndTheLineNumbers()
    {
        var credential = new ScriptedCredential();
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var client = new FinancialsClient(TestClients.Service, credential, TestClients.Once(transport));

        await client.Company().Customers.ToListAsync();
        await client.With(German).Companies.ToListAsync();
        client.With(German).Dispose();
        await client.Company().With(German).Currencies.ToListAsync();

        Assert.That(credential.Requests, Has.Count.EqualTo(1));
        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task With_ATimeout_EndsTheCallAndNamesTheOption()
    {
        var time = new ManualTime();
        using var transport = new SilentHandler();
        using var client = TestClients.Facade(new FinancialsClientOptions { Transport = transport, TimeProvider = time });

        var call = client.Company().Customers.With(options => options with { Timeout = TimeSpan.FromSeconds(3) }).GetAsync(Ids.Customer);
        await transport.Asked;
        time.Advance(TimeSpan.FromSeconds(3));

        var late = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => call);
        Assert.That(late!.Message, Does.StartWith("The response did not come within 3 seconds. The option Timeout given to With sets this time."));
    }

    [TestCaseSource(nameof(Unworkable))]
    public void With_WhatCannotWork_IsRefusedAtTheCall(Func<CallOptions, CallOptions> configure, string says)
    {
        using var transport = ScriptedTransport.Answering("{}");
        using var client = TestClients.Facade(transport);

        Assert.That(() => client.With(configure), Throws.ArgumentException.With.Message.Contains(says));
    }

    [Test]
    public async Task OnResponse_IsToldOnce_WithTheLastResponseAndTheAttempts()
    {
        var told = new List<CallResponse>();
        using var transport = ScriptedTransport.InOrder(Reply.Status(429, retryAfter: "0"), request =>
        {
            var response = ScriptedTransport.Record(request);
            response.Headers.TryAddWithoutValidation("request-id", "r-1");
            response.Headers.TryAddWithoutValidation("ms-correlation-x", "c-1");
            return response;
        });
        using var client = TestClients.Facade(new FinancialsClientOptions { Transport = transport, Resilience = { BaseDelay = TimeSpan.Zero } });

        await client.Company().With(options => options with { OnResponse = told.Add }).Customers.GetAsync(Ids.Customer);

        var response = told.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((response.Method, response.Status, response.Attempts), Is.EqualTo(("GET", 200, 2)));
            Assert.That((response.RequestId, response.CorrelationId), Is.EqualTo(("r-1", "c-1")));
            Assert.That(response.Headers["content-type"], Does.StartWith("application/json"));
            Assert.That(response.Path, Does.EndWith($"/customers/{Ids.Customer}"));
            Assert.That(response.ClientRequestId, Is.EqualTo(transport.Requests[1].Headers["client-request-id"]));
        }
    }

    [Test]
    public async Task OnResponse_OfACallThatFails_IsToldToo_AndNotWhereThereWasNoResponse()
    {
        var statuses = new List<int>();
        using var transport = ScriptedTransport.InOrder(Reply.Status((int)HttpStatusCode.NotFound), Reply.Lost);
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers.With(options => options with { OnResponse = response => statuses.Add(response.Status) });

        await Assert.ThrowsAsync<FinancialsNotFoundException>(() => customers.GetAsync(Ids.Customer));
        await Assert.ThrowsAsync<FinancialsUnavailableException>(() => customers.GetAsync(Ids.Customer));

        Assert.That(statuses, Is.EqualTo([404]));
    }

    /// <summary>It is told when the call is settled, so what it throws cannot lead to another attempt.</summary>
    [Test]
    public async Task OnResponse_ThatThrows_EndsTheCallAndIsNotTakenForTheTransports()
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.Facade(new FinancialsClientOptions { Transport = transport });
        var customers = client.Company().Customers.With(options => options with { OnResponse = _ => throw new IOException("mine") });

        var failure = await Assert.ThrowsAsync<IOException>(() => customers.CreateAsync(new() { Number = "1", DisplayName = "Coho" }));

        Assert.That(failure!.Message, Is.EqualTo("mine"));
        Assert.That(transport.Methods, Is.EqualTo("POST"));
    }

    [Test]
    public void With_OnAFake_IsTheFake()
    {
        var company = new FakeCompany();

        Assert.That(company.With(German), Is.SameAs(company));
        Assert.That(company.Customers.With(German), Is.SameAs(company.Customers));
    }

    private static IEnumerable<TestCaseData> Levels() =>
    [
        Level("client", client => client.With(German).Company().Customers.ToListAsync()),
        Level("companies", client => client.Companies.With(German).ToListAsync()),
        Level("company", client => client.Company().With(German).PaymentJournals[Ids.Journal].Payments.ToListAsync()),
        Level("set", client => client.Company().Customers.With(German).Where(c => c.Number == "1").ToListAsync()),
        Level("payments", client => client.Company().PaymentJournals[Ids.Journal].Payments.With(German).ToListAsync()),
        Level("query", client => client.Company().Customers.Where(c => c.Number == "1").With(German).ToListAsync()),
    ];

    private static IEnumerable<TestCaseData> Unworkable() =>
    [
        Refused(options => options with { Timeout = TimeSpan.Zero }, "Timeout has to be from 10 milliseconds to one day"),
        Refused(options => options with { Language = "de DE" }, "Language has to be a language tag such as de-DE"),
        Refused(options => options with { ReadIntent = (ReadIntent)7 }, "ReadIntent has to be ReadOnly or ReadWrite"),
        Refused(Header("authorization", "Bearer x"), "the header authorization is the client's own to set, so use the client's credential instead"),
        Refused(Header("If-Match", "*"), "use the ETag of the entity that is changed instead"),
        Refused(Header("Content-Type", "text/plain"), "'Content-Type' is no name of a request header"),
        Refused(Header("not a name", "x"), "'not a name' is no name of a request header"),
        Refused(Header("X-Trace", "a\r\nb"), "the header X-Trace has to be one line"),
    ];

    private static TestCaseData Level(string name, Func<FinancialsClient, Task> call) => new TestCaseData(call).SetArgDisplayNames(name);

    private static TestCaseData Refused(Func<CallOptions, CallOptions> configure, string says) => new TestCaseData(configure, says).SetArgDisplayNames(says);

    private static Func<CallOptions, CallOptions> Header(string name, string value) =>
        options => options with { Headers = new Dictionary<string, string> { [name] = value } };

    /// <summary>Never answers.</summary>
    private sealed class SilentHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new AssertionException("The wait has no end.");
        }
    }
}
