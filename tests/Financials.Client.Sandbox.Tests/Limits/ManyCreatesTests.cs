using Financials.Client.Sandbox.Tests.BusinessCentral;
using Financials.Client.Sandbox.Tests.Support;
using Financials.Client.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Limits;

/// <summary>Two hundred creates at the same time, within Business Central's limits.</summary>
[TestFixture]
[CancelAfter(120_000)]
public sealed class ManyCreatesTests
{
    private const int Creates = 200;

    /// <summary>Each takes a second, by a clock that stands still at first: five run, 95 wait, and the other hundred are refused.</summary>
    [Test]
    public async Task Creates_SentAtOnce_RunWaitOrAreRefused(CancellationToken guard)
    {
        var time = new ManualTime();
        await using var bench = await CentralBench.StartAsync(new()
        {
            Limits = new() { ProcessingTime = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromDays(30) }, TimeProvider = time,
        });
        var before = bench.Company.CustomerCount;
        var all = Enumerable.Range(0, Creates).Select(i => bench.SendAsync("POST /customers", $$"""{"number":"L{{i:D3}}","displayName":"Load"}""")).ToList();

        var refused = new List<RawAnswer>();
        await foreach (var answer in Task.WhenEach(all).WithCancellation(guard))
        {
            refused.Add(await answer);
            if (refused.Count == Creates / 2)
            {
                break;
            }
        }

        var atFirst = (bench.Company.CustomerCount, time.Elapsed);
        while (!all.TrueForAll(answer => answer.IsCompleted))
        {
            guard.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Select(answer => answer.Code), Is.All.EqualTo("Application_TooManyRequests"));
            Assert.That(atFirst, Is.EqualTo((before, TimeSpan.Zero)), "nothing has been executed yet");
            Assert.That(all.Count(answer => answer.Result.Status == 201), Is.EqualTo(Creates / 2));
            Assert.That(bench.Company.CustomerCount, Is.EqualTo(before + (Creates / 2)));
            Assert.That(time.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(20)), "a hundred seconds of work, five at a time");
        }
    }

    /// <summary>A client keeps to five requests at a time by itself, so that it is never refused.</summary>
    [Test]
    public async Task Creates_OfOneClient_AreNeverRefused(CancellationToken guard)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(new() { Limits = new() { QueueLength = 0 } }, guard);
        using var client = sandbox.CreateBusinessCentralClient();

        await CreateAsync(sandbox, client, 0, Creates, guard);

        Assert.That(Statuses(sandbox), Is.EqualTo($"{Creates} x 201"));
    }

    /// <summary>Two clients that know nothing of each other are refused, and create everything once all the same.</summary>
    [Test]
    public async Task Creates_OfClientsThatAskForTooMuch_AllHappenOnce(CancellationToken guard)
    {
        var limits = new SandboxLimits { QueueLength = 20, ProcessingTime = TimeSpan.FromMilliseconds(5) };
        await using var sandbox = await FinancialsSandbox.StartAsync(new() { Limits = limits }, guard);
        var options = new FinancialsClientOptions
        {
            Resilience = { MaxConcurrentRequests = 100, MaxRetries = 100, BaseDelay = TimeSpan.FromMilliseconds(50), MaxDelay = TimeSpan.FromMilliseconds(200) },
        };
        using var one = sandbox.CreateBusinessCentralClient(options);
        using var other = sandbox.CreateBusinessCentralClient(options);

        await Task.WhenAll(CreateAsync(sandbox, one, 0, Creates / 2, guard), CreateAsync(sandbox, other, Creates / 2, Creates / 2, guard));

        TestContext.Out.WriteLine(Statuses(sandbox));
        Assert.That(Statuses(sandbox), Does.StartWith($"{Creates} x 201, ").And.Contains(" x 429"));
    }

    private static async Task CreateAsync(FinancialsSandbox sandbox, FinancialsClient client, int first, int count, CancellationToken guard)
    {
        var customers = client.Companies[sandbox.Company.Id].Customers;
        var created = await Task.WhenAll(Enumerable.Range(first, count).Select(
            i => customers.CreateAsync(new Customer { Number = $"L{i:D3}", DisplayName = "Load" }, guard)));
        var numbers = sandbox.Company.Customers.Select(customer => customer.Number).ToHashSet();
        Assert.That(created.Select(customer => customer.Number), Is.Unique.And.SubsetOf(numbers));
    }

    /// <summary>How often each status was answered, such as <c>200 x 201, 7 x 429</c>.</summary>
    private static string Statuses(FinancialsSandbox sandbox) => string.Join(
        ", ", sandbox.Requests.GroupBy(request => request.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} x {group.Key}"));
}
