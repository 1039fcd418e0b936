using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>Services that do not answer, and callers that do not wait.</summary>
public class TimeoutTests
{
    [Test]
    public async Task Call_NoAnswerToTheOnlyAttempt_NamesTheAttemptsOption()
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = Hanging(time);
        using var client = ManualClients.Of(transport, time, new() { MaxRetries = 0 });

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("100 seconds").And.Contain("Resilience.AttemptTimeout"));
            Assert.That(error.Attempts, Is.EqualTo(1));
            Assert.That(time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(100)));
            Assert.That(time.PendingTimers, Is.Zero);
        }
    }

    [Test]
    public async Task Call_NoAnswerToAnyAttempt_NamesTheTotalOption()
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = Hanging(time);
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("300 seconds").And.Contain("Resilience.TotalTimeout"));
            Assert.That(error.Attempts, Is.EqualTo(3));
            Assert.That(time.Elapsed, Is.EqualTo(TimeSpan.FromMinutes(5)));
        }
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task Call_WaitsForItsTurnTooLong_NamesTheTotalOptionAndWasNeverSent(CancellationToken guard)
    {
        var time = new ManualTime();
        using var transport = Hanging(time);
        using var client = ManualClients.Of(transport, time, new()
        {
            MaxConcurrentRequests = 1,
            MaxRetries = 0,
            AttemptTimeout = TimeSpan.FromMinutes(5),
        });
        var first = client.Customers().GetAsync(Guid.NewGuid(), guard);
        await transport.Arrivals.WaitAsync(guard);
        var second = client.Customers().GetAsync(Guid.NewGuid(), guard);

        time.Advance(TimeSpan.FromMinutes(6));

        await Assert.ThrowsAsync<FinancialsTimeoutException>(() => first);
        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => second);
        Assert.That(error.Message, Does.Contain("Resilience.TotalTimeout"));
        Assert.That(error.Attempts, Is.Zero);
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Call_CancelledBefore_SendsNothing()
    {
        using var transport = ScriptedTransport.Echo();
        using var client = ManualClients.Of(transport);
        var cancelled = new CancellationToken(canceled: true);

        var error = await Assert.CatchAsync<OperationCanceledException>(() => client.Customers().GetAsync(Guid.NewGuid(), cancelled));

        Assert.That(error!.CancellationToken, Is.EqualTo(cancelled));
        Assert.That(transport.Requests, Is.Empty);
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Call_CancelledDuringAnAttempt_EndsWithTheCallersToken(string method)
    {
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTime();
        using var transport = new AsyncTransport(async (_, _, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return null!;
        });
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.CatchAsync<OperationCanceledException>(() => method == "GET"
            ? client.Customers().GetAsync(Guid.NewGuid(), cancellation.Token)
            : client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }, cancellation.Token));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
            Assert.That(transport.Requests, Has.Count.EqualTo(1));
            Assert.That(time.PendingTimers, Is.Zero);
        }
    }

    [Test]
    public async Task Call_CancelledDuringTheBody_EndsWithTheCallersToken()
    {
        using var cancellation = new CancellationTokenSource();
        using var response = new TrackedResponse(HttpStatusCode.OK, new StringContent("{}"));
        using var transport = new AsyncTransport((_, _, _) =>
        {
            cancellation.Cancel();
            return Task.FromResult<HttpResponseMessage>(response);
        });
        using var client = ManualClients.Of(transport);

        var error = await Assert.CatchAsync<OperationCanceledException>(() => client.Customers().GetAsync(Guid.NewGuid(), cancellation.Token));

        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(response.IsDisposed, Is.True);
    }

    /// <summary>A connection that is not made in time ends like this, though nobody has cancelled anything.</summary>
    [Test]
    public async Task Call_TransportGivesUpByItself_IsNotTakenForTheCallersCancellation()
    {
        using var transport = new AsyncTransport((_, _, _) => throw new TaskCanceledException("connect timeout", new TimeoutException()));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.CatchAsync<Exception>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(error, Is.InstanceOf<FinancialsException>());
        Assert.That(transport.Requests, Has.Count.EqualTo(5));
    }

    private static AsyncTransport Hanging(ManualTime time) => new(
        async (_, _, token) =>
        {
            await Task.Delay(TimeSpan.FromDays(1), time, token);
            return null!;
        },
        time);
}
