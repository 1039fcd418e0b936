using System.Net;
using Azure;
using Azure.Core;
using Financials.Client.Telemetry;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Authentication;

/// <summary>What a caller learns when there is no token, and what nobody learns: the token.</summary>
public class TokenFailureTests
{
    private static IEnumerable<TestCaseData> WaysToFail =>
    [
        new TestCaseData((Func<ValueTask<AccessToken>>)(() => throw new InvalidOperationException("first line\r\n\tsecond line")))
            .SetArgDisplayNames("at once"),
        new TestCaseData((Func<ValueTask<AccessToken>>)(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("first line\r\n\tsecond line");
        })).SetArgDisplayNames("later"),
        new TestCaseData((Func<ValueTask<AccessToken>>)(() => throw new OperationCanceledException("first line\nsecond line")))
            .SetArgDisplayNames("by cancelling itself"),
    ];

    [TestCaseSource(nameof(WaysToFail))]
    public async Task Request_CredentialFails_SaysWhichAndForWhatAndSendsNothing(Func<ValueTask<AccessToken>> fail)
    {
        using var transport = ScriptedTransport.Echo();
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential(_ => fail()));

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(
            () => client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain(nameof(ScriptedCredential)));
            Assert.That(error.Message, Does.Contain("https://service.example/.default"));
            Assert.That(error.Message, Does.Contain("tenant (the credential's own)"));
            Assert.That(error.Message, Does.EndWith("first line second line"));
            Assert.That(error.Message, Does.Not.Contain("\n").And.Not.Contain("\r"));
            Assert.That(error.InnerException, Is.Not.Null);
            Assert.That(error.Status, Is.Null);
            Assert.That(transport.Requests, Is.Empty);
        }
    }

    [Test]
    public async Task Request_ServiceOfATenant_AsksForItsTokenAndNamesItWhereThereIsNone()
    {
        var service = new FinancialsService(TestClients.BaseAddress, "scope") { Tenant = "contoso.com" };
        using var transport = ScriptedTransport.Echo();
        var credential = new ScriptedCredential(_ => throw new InvalidOperationException("no account"));
        using var client = new FinancialsClient(service, credential, TestClients.Once(transport));

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(credential.Requests.Single().TenantId, Is.EqualTo("contoso.com"));
        Assert.That(error.Message, Does.Contain("tenant contoso.com,"));
    }

    [Test]
    public async Task Request_TokenEndpointAnswers404_IsNotTakenForAMissingRecord()
    {
        using var transport = ScriptedTransport.Echo();
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential(_ => throw new RequestFailedException(404, "no such tenant")));

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(error, Is.TypeOf<FinancialsUnauthorizedException>());
        Assert.That(error!.Message, Does.Contain("no such tenant"));
    }

    [Test]
    public async Task Request_ToADisallowedHost_ThrowsInsteadOfGoingAnonymous()
    {
        using var transport = ScriptedTransport.Echo();
        var credential = new ScriptedCredential();
        using var http = Http.Pipeline.Create(TestClients.Service, credential, new() { Transport = transport }, ClientTelemetry.Silent);

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync("https://service.example.evil.example/beta/financials"));

        Assert.That(transport.Requests, Is.Empty);
        Assert.That(credential.Requests, Is.Empty);
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(0)]
    public async Task Exception_Whatever_DoesNotHoldTheToken(int status)
    {
        const string Canary = "canary-7d1f";
        using var transport = new ScriptedTransport(_ => status == 0
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")
            : new HttpResponseMessage((HttpStatusCode)status));
        using var client = ManualClients.Of(
            transport,
            new ManualTime { SkipsDelays = true },
            credential: new ScriptedCredential(number => new(new AccessToken($"{Canary}-{number}", DateTimeOffset.MaxValue))));

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(error!.ToString(), Does.Not.Contain(Canary));
        Assert.That(transport.Requests[0].Headers["Authorization"], Does.Contain(Canary));
    }

    // A create whose credential hung was reported as possibly executed, although nothing had been sent.
    [Test]
    public async Task Create_CredentialHangs_TimesOutAndIsKnownNotToHaveBeenSent()
    {
        using var transport = ScriptedTransport.Echo();
        var time = new ManualTime();
        var never = new TaskCompletionSource<AccessToken>();
        using var client = ManualClients.Of(transport, time, credential: new ScriptedCredential(_ =>
        {
            time.Advance(new ResilienceOptions().AttemptTimeout);
            return new(never.Task);
        }));

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(
            () => client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(error.Attempts, Is.Zero);
        Assert.That(transport.Requests, Is.Empty);
    }
}
