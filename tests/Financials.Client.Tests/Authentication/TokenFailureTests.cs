using System.Net;
using Azure;
using Azure.Core;
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
            Assert.That(error.Message, Does.EndWith("first line second line"));
            Assert.That(error.Message, Does.Not.Contain("\n").And.Not.Contain("\r"));
            Assert.That(error.InnerException, Is.Not.Null);
            Assert.That(error.Status, Is.Null);
            Assert.That(transport.Requests, Is.Empty);
        }
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
    [CancelAfter(10_000)]
    public async Task Create_CredentialHangs_TimesOutNamesItAndIsKnownNotToHaveBeenSent(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Echo();
        var time = new ManualTime { SkipsDelays = true };
        using var client = ManualClients.Of(transport, time, new() { MaxRetries = 0 }, new ScriptedCredential(_ => HangAsync(time)));

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(
            () => client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }, guard));

        Assert.That(error.Message, Does.Contain(nameof(ScriptedCredential)).And.Contain("within 100 seconds"));
        Assert.That(error.Attempts, Is.Zero);
        Assert.That(transport.Requests, Is.Empty);
    }

    // One credential call that never came back disabled the client for good: every later call waited for it and timed out.
    [Test]
    [CancelAfter(10_000)]
    public async Task Client_CredentialHungOnce_AsksAgainAndWorks(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Storing();
        var time = new ManualTime { SkipsDelays = true };
        var credential = new ScriptedCredential(number => number == 1 ? HangAsync(time) : new(new AccessToken("token", DateTimeOffset.MaxValue)));
        using var client = ManualClients.Of(transport, time, credential: credential);

        await client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }, guard);

        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    // A credential that blocks its thread is given up like one that hangs.
    [Test]
    [CancelAfter(10_000)]
    public async Task Client_CredentialBlocksItsThread_IsGivenUpToo(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Storing();
        using var release = new ManualResetEventSlim();
        var time = new ManualTime { SkipsDelays = true };
        var credential = new ScriptedCredential(number =>
        {
            if (number == 1)
            {
                time.Advance(new ResilienceOptions().AttemptTimeout);
                release.Wait(guard);
            }

            return new(new AccessToken($"token-{number}", DateTimeOffset.MaxValue));
        });
        using var client = ManualClients.Of(transport, time, credential: credential);

        await client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }, guard);
        release.Set();

        Assert.That(transport.Requests.Single().Headers["Authorization"], Is.EqualTo("Bearer token-2"));
    }

    // A credential that gave no token led to requests with a bare "Bearer".
    [TestCase(null)]
    [TestCase("")]
    [TestCase("two words")]
    [TestCase("line\r\nX-Evil: 1")]
    [TestCase("tök")]
    public async Task Request_TokenThatIsNone_IsNotSent(string? token)
    {
        using var transport = ScriptedTransport.Storing();
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential(_ => new(new AccessToken(token!, DateTimeOffset.MaxValue))));

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(error.Message, Does.Contain("gave no token"));
        Assert.That(transport.Requests, Is.Empty);
    }

    /// <summary>Comes too late, by a little.</summary>
    private static async ValueTask<AccessToken> HangAsync(ManualTime time)
    {
        await Task.Delay(new ResilienceOptions().AttemptTimeout + TimeSpan.FromSeconds(1), time);
        return new AccessToken("too-late", DateTimeOffset.MaxValue);
    }
}
