using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Financials.Client.Tests.Authentication;

/// <summary>Claims that a service asks for are kept until a token satisfies them, and no longer.</summary>
[CancelAfter(10_000)]
public class KeptClaimsTests
{
    private const string Claims = """{"access_token":{}}""";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public async Task Reject_AgainWithoutClaims_KeepsThoseOfTheFirst(CancellationToken guard)
    {
        var credential = new ScriptedCredential();
        var cache = CacheOf(credential, new ManualTime());
        var token = await cache.GetAsync(guard);

        cache.Reject(token, Claims);
        cache.Reject(token, claims: null);
        await cache.GetAsync(guard);

        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo((string?[])[null, Claims]));
    }

    [Test]
    public async Task Reject_AgainWithOtherClaims_TakesThose(CancellationToken guard)
    {
        var credential = new ScriptedCredential();
        var cache = CacheOf(credential, new ManualTime());
        var token = await cache.GetAsync(guard);

        cache.Reject(token, Claims);
        cache.Reject(token, "{}");
        await cache.GetAsync(guard);

        Assert.That(credential.Requests[^1].Claims, Is.EqualTo("{}"));
    }

    [Test]
    public async Task Claims_OnceSatisfied_AreNotAskedForAgain(CancellationToken guard)
    {
        var credential = new ScriptedCredential();
        var cache = CacheOf(credential, new ManualTime());

        cache.Reject(await cache.GetAsync(guard), Claims);
        cache.Reject(await cache.GetAsync(guard), claims: null);
        await cache.GetAsync(guard);

        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo((string?[])[null, Claims, null]));
    }

    [Test]
    public async Task Claims_WhoseRequestFails_AreAskedForAgain(CancellationToken guard)
    {
        var credential = new ScriptedCredential(number => number == 2
            ? throw new TimeoutException("no answer")
            : new(new AccessToken($"token-{number}", DateTimeOffset.MaxValue)));
        var cache = CacheOf(credential, new ManualTime());

        cache.Reject(await cache.GetAsync(guard), Claims);
        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => cache.GetAsync(guard).AsTask());
        await cache.GetAsync(guard);

        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo((string?[])[null, Claims, Claims]));
    }

    // A plain renewal that was in flight when the service asked for claims was kept when it ended, and was refused in turn.
    [Test]
    public async Task Renewal_InFlightWhenClaimsAreAskedFor_IsNotKept(CancellationToken guard)
    {
        var renewal = new TaskCompletionSource<AccessToken>();
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => number == 2
            ? new(renewal.Task)
            : new(new AccessToken($"token-{number}", time.GetUtcNow() + Hour)));
        var cache = CacheOf(credential, time);
        var first = await cache.GetAsync(guard);
        time.Advance(TimeSpan.FromMinutes(56));
        await cache.GetAsync(guard);
        await UntilAsync(() => credential.Requests.Count == 2, guard);

        cache.Reject(first, Claims);
        renewal.SetResult(new AccessToken("too-early", time.GetUtcNow() + Hour));
        var satisfying = await cache.GetAsync(guard);

        Assert.That(satisfying.Text, Is.EqualTo("token-3"));
        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo((string?[])[null, null, Claims]));
    }

    [Test]
    public async Task Renewal_InFlight_IsNotBegunAgain(CancellationToken guard)
    {
        var renewal = new TaskCompletionSource<AccessToken>();
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => number == 2
            ? new(renewal.Task)
            : new(new AccessToken($"token-{number}", time.GetUtcNow() + Hour)));
        var cache = CacheOf(credential, time);
        await cache.GetAsync(guard);
        time.Advance(TimeSpan.FromMinutes(56));
        await cache.GetAsync(guard);
        await UntilAsync(() => credential.Requests.Count == 2, guard);

        time.Advance(TimeSpan.FromSeconds(31));
        await cache.GetAsync(guard);
        renewal.SetResult(new AccessToken("token-2", time.GetUtcNow() + Hour));
        while ((await cache.GetAsync(guard)).Text != "token-2")
        {
            guard.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Token_ThatHasExpiredWhenItComes_IsReplacedByTheNextCaller(CancellationToken guard)
    {
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => new(new AccessToken($"token-{number}", time.GetUtcNow() + (number == 1 ? -Hour : Hour))));
        var cache = CacheOf(credential, time);

        await cache.GetAsync(guard);

        Assert.That((await cache.GetAsync(guard)).Text, Is.EqualTo("token-2"));
    }

    private static TokenCache CacheOf(TokenCredential credential, TimeProvider time) => new(TestClients.Service, credential, time, NullLogger.Instance, TimeSpan.FromHours(2));

    private static async Task UntilAsync(Func<bool> condition, CancellationToken guard)
    {
        while (!condition())
        {
            guard.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
