using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>The service works on a few requests of a user at a time; the client does not send it more.</summary>
[CancelAfter(20_000)]
public class ConcurrencyLimitTests
{
    private const string Coho = """{"displayName":"Coho"}""";

    [TestCase(null, 5)]
    [TestCase(1, 1)]
    [TestCase(8, 8)]
    public async Task Calls_MoreThanMayRun_TakeTurns(int? limit, int expected, CancellationToken guard)
    {
        var gate = new TaskCompletionSource();
        using var transport = new AsyncTransport(async (request, _, _) =>
        {
            await gate.Task;
            return ScriptedTransport.Record(request, Coho);
        });
        var options = limit is { } most ? new ResilienceOptions { MaxConcurrentRequests = most } : new();
        using var client = ManualClients.Of(transport, resilience: options);

        var calls = Enumerable.Range(0, 30).Select(_ => Task.Run(() => client.Customers().GetAsync(Guid.NewGuid(), guard), guard)).ToList();
        for (var i = 0; i < expected; i++)
        {
            await transport.Arrivals.WaitAsync(guard);
        }

        Assert.That(calls.Select(call => call.IsCompleted), Is.All.False);
        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.That(transport.MostUnderWay, Is.EqualTo(expected));
        Assert.That(transport.Requests, Has.Count.EqualTo(30));
    }

    [Test]
    public async Task Call_Fails_GivesItsTurnBack(CancellationToken guard)
    {
        using var transport = new AsyncTransport((request, number, _) => number switch
        {
            1 => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)),
            2 => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            3 => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new BrokenContent("{") }),
            4 => throw new InvalidOperationException("a bug in the transport"),
            _ => Task.FromResult(ScriptedTransport.Record(request, Coho)),
        });
        using var client = ManualClients.Of(transport, resilience: new() { MaxConcurrentRequests = 1, MaxRetries = 0 });

        for (var i = 0; i < 4; i++)
        {
            await Assert.CatchAsync(() => client.Customers().GetAsync(Guid.NewGuid(), guard));
        }

        Assert.That((await client.Customers().GetAsync(Guid.NewGuid(), guard)).DisplayName, Is.EqualTo("Coho"));
    }

    [Test]
    public async Task Call_Cancelled_GivesItsTurnBack(CancellationToken guard)
    {
        using var cancellation = new CancellationTokenSource();
        using var transport = new AsyncTransport(async (request, number, token) =>
        {
            await (number == 1 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask);
            return ScriptedTransport.Record(request, Coho);
        });
        using var client = ManualClients.Of(transport, resilience: new() { MaxConcurrentRequests = 1 });
        var first = client.Customers().GetAsync(Guid.NewGuid(), cancellation.Token);
        await transport.Arrivals.WaitAsync(guard);
        var waiting = client.Customers().GetAsync(Guid.NewGuid(), cancellation.Token);
        var second = client.Customers().GetAsync(Guid.NewGuid(), guard);

        await cancellation.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => first);
        await Assert.CatchAsync<OperationCanceledException>(() => waiting);
        Assert.That((await second).DisplayName, Is.EqualTo("Coho"));
        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Call_WaitsToRepeat_GivesItsTurnBackMeanwhile(CancellationToken guard)
    {
        var time = new ManualTime();
        var waiting = new TaskCompletionSource();
        time.DelayBegun += _ => waiting.TrySetResult();
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number == 1
            ? new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            : ScriptedTransport.Record(request, Coho)));
        using var client = ManualClients.Of(transport, time, new() { MaxConcurrentRequests = 1 });
        var first = client.Customers().GetAsync(Guid.NewGuid(), guard);
        await waiting.Task.WaitAsync(guard);

        await client.Customers().GetAsync(Guid.NewGuid(), guard);

        Assert.That(first.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(2));
        await first;
    }

    [Test]
    public async Task Clients_OverOneTransport_ShareNoState(CancellationToken guard)
    {
        using var transport = new AsyncTransport(async (request, _, token) =>
        {
            await (request.Headers["Authorization"] == "Bearer slow" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask);
            return request.Headers["Authorization"] == "Bearer failing"
                ? new HttpResponseMessage(HttpStatusCode.InternalServerError)
                : ScriptedTransport.Record(request, Coho);
        });
        var options = new ResilienceOptions { MaxConcurrentRequests = 1, MaxRetries = 0 };
        using var failing = ManualClients.Of(transport, resilience: options, credential: new StaticTokenCredential("failing"));
        using var slow = ManualClients.Of(transport, resilience: options, credential: new StaticTokenCredential("slow"));
        using var healthy = ManualClients.Of(transport, resilience: options, credential: new StaticTokenCredential("healthy"));
        using var cancellation = new CancellationTokenSource();

        for (var i = 0; i < 3; i++)
        {
            await Assert.CatchAsync<FinancialsUnavailableException>(() => failing.Customers().GetAsync(Guid.NewGuid(), guard));
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(3));
        var hanging = slow.Customers().GetAsync(Guid.NewGuid(), cancellation.Token);
        Assert.That((await healthy.Customers().GetAsync(Guid.NewGuid(), guard)).DisplayName, Is.EqualTo("Coho"));

        await cancellation.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => hanging);
    }
}
