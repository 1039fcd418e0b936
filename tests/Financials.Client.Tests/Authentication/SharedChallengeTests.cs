using System.Net;
using System.Text;
using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Financials.Client.Tests.Authentication;

/// <summary>Many calls that meet one claims challenge at a time.</summary>
[CancelAfter(10_000)]
public class SharedChallengeTests
{
    private const string Claims = """{"access_token":{}}""";

    // 50 calls with a challenge made 50 calls of the credential.
    [Test]
    public async Task Calls_FiftyMeetTheSameChallenge_TheCredentialIsAskedOnce(CancellationToken guard)
    {
        var everybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var transport = new AsyncTransport(async (request, number, _) =>
        {
            if (request.Headers["Authorization"] != "Bearer token-1")
            {
                return ScriptedTransport.Record(request);
            }

            if (number == 50)
            {
                everybody.SetResult();
            }

            await everybody.Task.WaitAsync(guard);
            var refusal = new HttpResponseMessage(HttpStatusCode.Unauthorized);
            refusal.Headers.TryAddWithoutValidation("WWW-Authenticate", $"Bearer claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\"");
            return refusal;
        });
        var credential = new ScriptedCredential();
        using var client = ManualClients.Of(transport, resilience: new() { MaxConcurrentRequests = 50 }, credential: credential);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Customers().GetAsync(Guid.NewGuid(), guard)));

        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo(new[] { null, Claims }));
    }

    // A plain renewal that ended later overwrote the token that satisfied the challenge.
    [Test]
    public async Task Renewal_EndsAfterTheTokenThatSatisfiesAChallenge_DoesNotReplaceIt(CancellationToken guard)
    {
        var renewal = new TaskCompletionSource<AccessToken>();
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => number == 2
            ? new(renewal.Task)
            : new(new AccessToken($"token-{number}", time.GetUtcNow() + TimeSpan.FromHours(1))));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, TimeSpan.FromHours(1));
        var first = await cache.GetAsync(guard);
        time.Advance(TimeSpan.FromMinutes(56));
        await cache.GetAsync(guard);
        while (credential.Requests.Count < 2)
        {
            guard.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        cache.Reject(first, Claims);
        var satisfying = await cache.GetAsync(guard);
        renewal.SetResult(new AccessToken("too-late", time.GetUtcNow() + TimeSpan.FromHours(1)));
        for (var i = 0; i < 100; i++)
        {
            await Task.Yield();
        }

        Assert.That(await cache.GetAsync(guard), Is.SameAs(satisfying));
        Assert.That(satisfying.Text, Is.EqualTo("token-3"));
        Assert.That(credential.Requests[^1].Claims, Is.EqualTo(Claims));
    }
}
