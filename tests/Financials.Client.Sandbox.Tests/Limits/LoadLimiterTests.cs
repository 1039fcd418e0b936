using Financials.Client.Sandbox.Limits;
using Financials.Client.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Limits;

/// <summary>Who is let in, who waits, and who is sent away.</summary>
[TestFixture]
public sealed class LoadLimiterTests
{
    private readonly ManualTime _time = new();

    [Test]
    public async Task Requests_WithinTheLimit_GoInAtOnce()
    {
        var limiter = new LoadLimiter(new(), _time);
        for (var i = 0; i < 5; i++)
        {
            Assert.That(await limiter.EnterAsync(CancellationToken.None), Is.EqualTo(Entry.Granted));
        }
    }

    [Test]
    public async Task Requests_BeyondTheLimit_WaitInTheirOrder()
    {
        var limiter = new LoadLimiter(new() { ConcurrentRequests = 1 }, _time);
        await limiter.EnterAsync(CancellationToken.None);
        var second = limiter.EnterAsync(CancellationToken.None);
        var third = limiter.EnterAsync(CancellationToken.None);
        limiter.Leave();
        Assert.That(await second, Is.EqualTo(Entry.Granted));
        Assert.That(third.IsCompleted, Is.False);
        limiter.Leave();
        Assert.That(await third, Is.EqualTo(Entry.Granted));
    }

    [Test]
    public async Task Request_BeyondTheQueue_IsSentAwayWithTheNumbersOfTheService()
    {
        var limiter = new LoadLimiter(new(), _time);
        var inside = Enumerable.Range(0, 100).Select(_ => limiter.EnterAsync(CancellationToken.None)).ToList();
        var away = await limiter.EnterAsync(CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inside.Count(entry => entry.IsCompleted), Is.EqualTo(5));
            Assert.That(away, Is.EqualTo(new Entry(429, "Application_TooManyRequests", "Too many requests reached. Actual (101). Maximum (100).")));
        }
    }

    [Test]
    public async Task Request_ThatWaitsTooLong_IsSentAwayAndLeavesItsPlace()
    {
        var limiter = new LoadLimiter(new() { ConcurrentRequests = 1, QueueLength = 1, LongestWait = TimeSpan.FromMinutes(8) }, _time);
        await limiter.EnterAsync(CancellationToken.None);
        var waiting = limiter.EnterAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(8));
        var status = (await waiting).Status;
        var next = limiter.EnterAsync(CancellationToken.None);
        limiter.Leave();
        Assert.That((status, await next), Is.EqualTo((503, Entry.Granted)));
    }

    [Test]
    public async Task Request_ThatIsGivenUp_LeavesItsPlace()
    {
        var limiter = new LoadLimiter(new() { ConcurrentRequests = 1, QueueLength = 1 }, _time);
        await limiter.EnterAsync(CancellationToken.None);
        using var gone = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(gone.Token);
        await gone.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        var next = limiter.EnterAsync(CancellationToken.None);
        limiter.Leave();
        Assert.That(await next, Is.EqualTo(Entry.Granted));
    }

    [Test]
    public async Task Requests_WithinAWindow_AreCounted()
    {
        var limiter = new LoadLimiter(new() { RequestsPerWindow = 2, Window = TimeSpan.FromMinutes(5) }, _time);
        async Task<int> PassAsync()
        {
            var entry = await limiter.EnterAsync(CancellationToken.None);
            if (entry == Entry.Granted)
            {
                limiter.Leave();
            }

            return entry.Status;
        }

        var first = await PassAsync();
        _time.Advance(TimeSpan.FromMinutes(4));
        var second = await PassAsync();
        var third = await PassAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((first, second, third, await PassAsync(), await PassAsync()), Is.EqualTo((0, 0, 429, 0, 429)));
    }
}
