using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Financials.Client.Tests.Authentication;

/// <summary>A token is renewed before it ends, beside the calls; only when there is none do calls wait.</summary>
public class TokenRenewalTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_ShortlyBeforeTheEnd_NobodyWaitsForTheRenewal(CancellationToken guard)
    {
        var time = new ManualTime();
        var renewal = new TaskCompletionSource<AccessToken>();
        var credential = new ScriptedCredential(number => number == 1 ? new(Token(number, time)) : new(renewal.Task));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, Patience);
        await cache.GetAsync(guard);

        time.Advance(Hour - TimeSpan.FromMinutes(4));
        var duringRenewal = Enumerable.Range(0, 10).Select(_ => cache.GetAsync(guard).AsTask()).ToList();

        Assert.That(duringRenewal.Select(token => token.IsCompletedSuccessfully), Is.All.True);
        Assert.That((await Task.WhenAll(duringRenewal)).Select(token => token.Text), Is.All.EqualTo("token-1"));

        renewal.SetResult(Token(2, time));
        await EventuallyAsync(async () => (await cache.GetAsync(guard)).Text == "token-2", guard);
        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(54, false)]
    [TestCase(55, true)]
    [CancelAfter(10_000)]
    public Task GetAsync_CredentialSaysNothing_RenewsFiveMinutesBeforeTheEnd(int minutes, bool renews, CancellationToken guard) =>
        RenewsAsync(Hour, refreshOn: null, TimeSpan.FromMinutes(minutes), renews, guard);

    [TestCase(9, false)]
    [TestCase(10, true)]
    [CancelAfter(10_000)]
    public Task GetAsync_CredentialSaysWhenToRefresh_RenewsThen(int minutes, bool renews, CancellationToken guard) =>
        RenewsAsync(Hour, refreshOn: TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(minutes), renews, guard);

    [TestCase(59, false)]
    [TestCase(60, true)]
    [CancelAfter(10_000)]
    public Task GetAsync_ShortToken_RenewsAtHalfItsLife(int seconds, bool renews, CancellationToken guard) =>
        RenewsAsync(TimeSpan.FromMinutes(2), refreshOn: null, TimeSpan.FromSeconds(seconds), renews, guard);

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_RenewalFails_TheTokenStaysInUseAndTheNextTryIsHalfAMinuteLater(CancellationToken guard)
    {
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => number == 1 ? new(Token(number, time)) : throw new TimeoutException("no answer"));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, Patience);
        await cache.GetAsync(guard);

        time.Advance(TimeSpan.FromMinutes(56));
        var token = await cache.GetAsync(guard);
        await EventuallyAsync(() => Task.FromResult(credential.Requests.Count == 2), guard);
        time.Advance(TimeSpan.FromSeconds(29));
        for (var i = 0; i < 100; i++)
        {
            Assert.That(await cache.GetAsync(guard), Is.SameAs(token));
            await Task.Yield();
        }

        Assert.That(credential.Requests, Has.Count.EqualTo(2));
        time.Advance(TimeSpan.FromSeconds(1));
        await EventuallyAsync(async () => await cache.GetAsync(guard) == token && credential.Requests.Count == 3, guard);
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_RenewalFailsUntilTheTokenHasExpired_TheErrorSurfaces(CancellationToken guard)
    {
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => number == 1 ? new(Token(number, time)) : throw new TimeoutException("no answer"));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, Patience);
        await cache.GetAsync(guard);
        time.Advance(TimeSpan.FromMinutes(59));
        await cache.GetAsync(guard);

        time.Advance(TimeSpan.FromMinutes(1));

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => cache.GetAsync(guard).AsTask());
        Assert.That(error.Message, Does.Contain("no answer"));
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_TokenHasExpired_AllCallersWaitForOneRequest(CancellationToken guard)
    {
        var time = new ManualTime();
        var renewal = new TaskCompletionSource<AccessToken>();
        var credential = new ScriptedCredential(number => number == 1 ? new(Token(number, time)) : new(renewal.Task));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, Patience);
        await cache.GetAsync(guard);

        time.Advance(Hour);
        var callers = Enumerable.Range(0, 10).Select(_ => cache.GetAsync(guard).AsTask()).ToList();
        Assert.That(callers.Select(caller => caller.IsCompleted), Is.All.False);
        renewal.SetResult(Token(2, time));

        Assert.That((await Task.WhenAll(callers)).Select(token => token.Text), Is.All.EqualTo("token-2"));
        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task GetAsync_AfterAFailure_AsksAgain(CancellationToken guard)
    {
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => number == 1 ? throw new TimeoutException("no answer") : new(Token(number, time)));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, Patience);

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => cache.GetAsync(guard).AsTask());

        Assert.That((await cache.GetAsync(guard)).Text, Is.EqualTo("token-2"));
    }

    private static async Task RenewsAsync(TimeSpan life, TimeSpan? refreshOn, TimeSpan after, bool renews, CancellationToken guard)
    {
        var time = new ManualTime();
        var credential = new ScriptedCredential(number => new(new AccessToken(
            $"token-{number}",
            time.GetUtcNow() + life,
            refreshOn is { } refresh ? time.GetUtcNow() + refresh : null)));
        var cache = new TokenCache(TestClients.Service, credential, time, NullLogger.Instance, Patience);
        await cache.GetAsync(guard);

        time.Advance(after);
        await cache.GetAsync(guard);

        for (var i = 0; i < 100 || (renews && credential.Requests.Count == 1); i++)
        {
            guard.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.That(credential.Requests, Has.Count.EqualTo(renews ? 2 : 1));
    }

    private static AccessToken Token(int number, ManualTime time) => new($"token-{number}", time.GetUtcNow() + Hour);

    private static async Task EventuallyAsync(Func<Task<bool>> condition, CancellationToken guard)
    {
        while (!await condition())
        {
            guard.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
