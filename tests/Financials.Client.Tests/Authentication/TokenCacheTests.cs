using System.Reflection;
using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Financials.Client.Tests.Authentication;

public class TokenCacheTests
{
    private const int Callers = 64;

    [Test]
    public async Task GetAsync_TokenInTheCache_AllocatesNothing()
    {
        var cache = CacheOf(new ScriptedCredential());
        await cache.GetAsync(CancellationToken.None);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            await cache.GetAsync(CancellationToken.None);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_TokenInTheCache_TakesNoLock(CancellationToken guard)
    {
        var cache = CacheOf(new ScriptedCredential());
        await cache.GetAsync(guard);
        var locks = typeof(TokenCache).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(object) || field.FieldType == typeof(Lock))
            .Select(field => field.GetValue(cache)!).ToList();
        Assert.That(locks, Has.Count.EqualTo(1));

        // Holding the cache's lock here would stop a caller on another thread that needs it.
        Monitor.Enter(locks[0]);
        try
        {
            var hit = Task.Run(() => cache.GetAsync(guard).AsTask(), guard);
            Assert.That(hit.Wait(TimeSpan.FromSeconds(5), guard), Is.True);
        }
        finally
        {
            Monitor.Exit(locks[0]);
        }
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_ManyCallersWithoutAToken_AskTheCredentialOnce(CancellationToken guard)
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var credential = new ScriptedCredential(_ => new(answer.Task));
        var cache = CacheOf(credential);

        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => cache.GetAsync(guard).AsTask(), guard)).ToList();
        answer.SetResult(new AccessToken("the-one", DateTimeOffset.MaxValue));
        var tokens = await Task.WhenAll(callers);

        Assert.That(credential.Requests, Has.Count.EqualTo(1));
        Assert.That(tokens.Distinct().Single().Text, Is.EqualTo("the-one"));
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task Client_ManyCallsWithoutAToken_AskTheCredentialOnce(CancellationToken guard)
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var credential = new ScriptedCredential(_ => new(answer.Task));
        using var transport = new AsyncTransport((request, _, _) => Task.FromResult(ScriptedTransport.Json($$"""{"id":"{{request.Target.Segments[^1]}}","displayName":"Coho"}""")));
        using var client = ManualClients.Of(transport, resilience: new() { MaxConcurrentRequests = Callers }, credential: credential);

        var calls = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => client.Customers().GetAsync(Guid.NewGuid(), guard), guard)).ToList();
        answer.SetResult(new AccessToken("the-one", DateTimeOffset.MaxValue));
        await Task.WhenAll(calls);

        Assert.That(credential.Requests, Has.Count.EqualTo(1));
        Assert.That(transport.Requests.Select(request => request.Headers["Authorization"]), Is.All.EqualTo("Bearer the-one"));
        Assert.That(transport.Requests, Has.Count.EqualTo(Callers));
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_OneOfTheCallersGivesUp_TheOthersGetTheToken(CancellationToken guard)
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var credential = new ScriptedCredential(_ => new(answer.Task));
        var cache = CacheOf(credential);
        using var impatient = new CancellationTokenSource();

        var first = cache.GetAsync(impatient.Token).AsTask();
        var second = cache.GetAsync(guard).AsTask();
        await impatient.CancelAsync();
        var cancelled = await Assert.CatchAsync<OperationCanceledException>(() => first);
        answer.SetResult(new AccessToken("the-one", DateTimeOffset.MaxValue));

        Assert.That(cancelled!.CancellationToken, Is.EqualTo(impatient.Token));
        Assert.That((await second).Text, Is.EqualTo("the-one"));
        Assert.That(credential.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Reject_RefusedToken_IsReplaced()
    {
        var credential = new ScriptedCredential();
        var cache = CacheOf(credential);

        cache.Reject(await cache.GetAsync(CancellationToken.None), claims: null);

        Assert.That((await cache.GetAsync(CancellationToken.None)).Text, Is.EqualTo("token-2"));
    }

    [Test]
    public async Task Reject_TokenThatWasReplacedMeanwhile_LeavesTheNewOne()
    {
        var credential = new ScriptedCredential();
        var cache = CacheOf(credential);
        var refused = await cache.GetAsync(CancellationToken.None);
        cache.Reject(refused, claims: null);
        var fresh = await cache.GetAsync(CancellationToken.None);

        cache.Reject(refused, claims: null);

        Assert.That(await cache.GetAsync(CancellationToken.None), Is.SameAs(fresh));
        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    private static TokenCache CacheOf(TokenCredential credential) => new(TestClients.Service, credential, TimeProvider.System, NullLogger.Instance, TimeSpan.FromMinutes(1));
}
