using Financials.Client.Sandbox.Tests.BusinessCentral;
using Financials.Client.Sandbox.Tests.Support;
using Financials.Client.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Limits;

/// <summary>The load limits of a running sandbox.</summary>
[TestFixture]
public sealed class LimitTests
{
    private static readonly SandboxLimits OneAtATime = new() { ConcurrentRequests = 1, QueueLength = 0, ProcessingTime = TimeSpan.FromSeconds(1) };

    [Test]
    public async Task Request_BeyondTheLimits_IsAnsweredWith429AndNotExecuted()
    {
        var time = new ManualTime();
        await using var bench = await CentralBench.StartAsync(new() { Limits = OneAtATime, TimeProvider = time });
        var count = bench.Company.CustomerCount;
        var both = Enumerable.Range(0, 2).Select(_ => bench.SendAsync("POST /customers", """{"displayName":"A"}""")).ToList();
        var refused = await await Task.WhenAny(both);
        var other = both.Single(request => !request.IsCompleted);
        var taken = await FinishAsync(other, time);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Refusal, Is.EqualTo("429 Application_TooManyRequests: Too many requests reached. Actual (2). Maximum (1)."));
            Assert.That((taken.Status, bench.Company.CustomerCount), Is.EqualTo((201, count + 1)));
            Assert.That(bench.Sandbox.Requests.Select(request => request.Status), Is.EquivalentTo(new int?[] { 429, 201 }));
        }
    }

    [Test]
    public async Task Limits_OfApiV2_AreNotThoseOfTheDocumentedSurface()
    {
        var limits = new SandboxLimits { RequestsPerWindow = 1, RetryAfter = TimeSpan.FromSeconds(7) };
        await using var bench = await CentralBench.StartAsync(new() { Limits = limits });
        await bench.GetAsync("/customers");
        var refused = await bench.SendAsync("GET /customers");
        for (var i = 0; i < 3; i++)
        {
            Assert.That((await bench.Documented.SendAsync("GET /customers")).Status, Is.EqualTo(200));
        }

        Assert.That(refused.Status, Is.EqualTo(429));
    }

    [Test]
    public async Task Limits_OfTheDocumentedSurface_CanBeSet()
    {
        await using var bench = await Bench.StartAsync(new() { DocumentedLimits = new() { RequestsPerWindow = 1 } });
        await bench.SendAsync("GET /customers");
        Assert.That((await bench.SendAsync("GET /customers")).Status, Is.EqualTo(429));
    }

    [Test]
    public void Limits_ThatCannotWork_AreRefused() => Assert.That(
        () => FinancialsSandbox.StartAsync(new() { Limits = new() { ConcurrentRequests = 0 } }), Throws.ArgumentException.With.Message.Contains("Limits have to be above zero"));

    [Test]
    public async Task Sandbox_StoppedWhileRequestsWait_Stops()
    {
        var time = new ManualTime();
        var bench = await CentralBench.StartAsync(new() { Limits = OneAtATime with { QueueLength = 5 }, TimeProvider = time });
        var waiting = Enumerable.Range(0, 3).Select(_ => bench.SendAsync("GET /customers")).ToList();
        while (bench.Sandbox.Requests.Count < 3)
        {
            await Task.Yield();
        }

        await bench.Sandbox.DisposeAsync();
        Assert.That(async () => await Task.WhenAll(waiting), Throws.InstanceOf<HttpRequestException>());
        await bench.DisposeAsync();
    }

    /// <summary>Lets the sandbox's time pass until a request is answered.</summary>
    private static async Task<RawAnswer> FinishAsync(Task<RawAnswer> request, ManualTime time)
    {
        while (!request.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await request;
    }
}
