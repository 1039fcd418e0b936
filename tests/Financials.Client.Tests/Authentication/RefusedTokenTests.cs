using System.Net;
using Azure.Core;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Authentication;

/// <summary>A service may refuse a token that has not expired. The request is then sent once more, with a new one.</summary>
public class RefusedTokenTests
{
    private static readonly Customer Coho = new() { DisplayName = "Coho \"æø\"" };

    [Test]
    public async Task Request_TokenRefused_IsSentOnceMoreWithANewToken()
    {
        using var transport = new ScriptedTransport(request => request.Headers["Authorization"] == "Bearer token-1"
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
            : ScriptedTransport.Stored(request));
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential());

        var created = await client.Customers().CreateAsync(Coho);

        var (first, second) = (transport.Requests[0], transport.Requests[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Requests, Has.Count.EqualTo(2));
            Assert.That(created.DisplayName, Is.EqualTo(Coho.DisplayName));
            Assert.That(second.Headers["Authorization"], Is.EqualTo("Bearer token-2"));
            Assert.That(second.Body, Is.EqualTo(first.Body).And.Not.Empty);
            Assert.That(second.Headers["Content-Type"], Is.EqualTo("application/json"));
            Assert.That(second.Headers.Where(IsNoToken), Is.EquivalentTo(first.Headers.Where(IsNoToken)));
        }

        static bool IsNoToken(KeyValuePair<string, string> header) => header.Key != "Authorization";
    }

    [Test]
    public async Task Request_TokenReplaced_TheNextRequestCarriesTheNewOneAtOnce()
    {
        using var transport = new ScriptedTransport(request => request.Headers["Authorization"] == "Bearer token-1"
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
            : ScriptedTransport.Stored(request));
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential());
        await client.Customers().CreateAsync(Coho);

        await client.Customers().CreateAsync(Coho);

        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Request_TokenReplacedMeanwhileByAnotherCall_TakesThatOne()
    {
        FinancialsClient? client = null;
        using var transport = new AsyncTransport(async (request, number, token) =>
        {
            if (number == 1)
            {
                await client!.Customers().CreateAsync(Coho, token);
            }

            return request.Headers["Authorization"] == "Bearer token-1"
                ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
                : ScriptedTransport.Stored(request);
        });
        var credential = new ScriptedCredential();
        using var owner = client = ManualClients.Of(transport, credential: credential);

        await client.Customers().CreateAsync(Coho);

        Assert.That(transport.Requests, Has.Count.EqualTo(4));
        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Request_CredentialHasNoOtherToken_IsNotSentAgain()
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.Unauthorized);
        using var client = ManualClients.Of(transport, credential: new StaticTokenCredential("the-only-one"));

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().CreateAsync(Coho));

        Assert.That(error.Status, Is.EqualTo(401));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Request_NewTokenRefusedToo_IsAnError()
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.Unauthorized);
        var credential = new ScriptedCredential();
        using var client = ManualClients.Of(transport, credential: credential);

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Status, Is.EqualTo(401));
            Assert.That(error.Attempts, Is.EqualTo(2));
            Assert.That(transport.Requests, Has.Count.EqualTo(2));
            Assert.That(credential.Requests, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Request_TokenRefused_ItsAnswerIsDisposed()
    {
        using var refusal = new TrackedResponse(HttpStatusCode.Unauthorized, new ByteArrayContent([]));
        using var transport = new ScriptedTransport(request => request.Headers["Authorization"] == "Bearer token-1"
            ? refusal
            : ScriptedTransport.Stored(request));
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential());

        await client.Customers().CreateAsync(Coho);

        Assert.That(refusal.IsDisposed, Is.True);
    }

    [Test]
    public async Task Request_TokenRefusedAndNoOtherToBeHad_ItsAnswerIsDisposed()
    {
        using var refusal = new TrackedResponse(HttpStatusCode.Unauthorized, new ByteArrayContent([]));
        using var transport = new ScriptedTransport(_ => refusal);
        var credential = new ScriptedCredential(number => number == 1
            ? new(new AccessToken("token-1", DateTimeOffset.MaxValue))
            : throw new TimeoutException("no answer"));
        using var client = ManualClients.Of(transport, credential: credential);

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().CreateAsync(Coho));

        Assert.That(refusal.IsDisposed, Is.True);
    }
}
