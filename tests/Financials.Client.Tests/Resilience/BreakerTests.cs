using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>When nearly everything fails, the client leaves the service alone for a while.</summary>
public class BreakerTests
{
    private static readonly ResilienceOptions Options = new()
    {
        MaxRetries = 0,
        BreakerMinimumAttempts = 4,
        BreakerFailureRatio = 0.75,
        BreakerPause = TimeSpan.FromSeconds(7),
    };

    [Test]
    public async Task Call_AfterManyFailures_IsNotSentUntilThePauseIsOver()
    {
        var time = new ManualTime();
        var status = HttpStatusCode.ServiceUnavailable;
        using var transport = new AsyncTransport((_, _, _) => Task.FromResult(ScriptedTransport.Json("""{"displayName":"Coho"}""", status)));
        using var client = ManualClients.Of(transport, time, Options);
        for (var i = 0; i < 4; i++)
        {
            var failure = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Guid.NewGuid()));
            Assert.That(failure.Attempts, Is.EqualTo(1));
        }

        status = HttpStatusCode.OK;
        var paused = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Guid.NewGuid()));
        var create = await Assert.ThrowsAsync<FinancialsUnavailableException>(
            () => client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(paused.Attempts, Is.Zero);
            Assert.That(paused.Status, Is.Null);
            Assert.That(paused.Message, Does.StartWith("Nothing was sent").And.Contain("Resilience.BreakerPause"));
            Assert.That(paused.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(7)));
            Assert.That(create.Attempts, Is.Zero);
            Assert.That(transport.Requests, Has.Count.EqualTo(4));
        }

        time.Advance(TimeSpan.FromSeconds(7));
        for (var i = 0; i < 10; i++)
        {
            await client.Customers().GetAsync(Guid.NewGuid());
        }
    }

    [Test]
    public async Task Call_FirstAfterThePauseFailsToo_PausesAgain()
    {
        var time = new ManualTime();
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.BadGateway);
        using var client = ManualClients.Of(transport, time, Options);
        for (var i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Guid.NewGuid()));
        }

        time.Advance(TimeSpan.FromSeconds(7));
        var sent = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Guid.NewGuid()));
        var notSent = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(sent.Attempts, Is.EqualTo(1));
        Assert.That(notSent.Attempts, Is.Zero);
    }

    [TestCase(HttpStatusCode.BadRequest)]
    [TestCase(HttpStatusCode.NotFound)]
    [TestCase(HttpStatusCode.Conflict)]
    public async Task Call_AfterManyRefusals_IsSent(HttpStatusCode status)
    {
        using var transport = ScriptedTransport.Answering("", status);
        using var client = ManualClients.Of(transport, new ManualTime(), Options);

        for (var i = 0; i < 20; i++)
        {
            await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Guid.NewGuid()));
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Call_FewerFailuresThanTheRatio_IsSent()
    {
        using var transport = new AsyncTransport((_, number, _) => Task.FromResult(number % 2 == 0
            ? new HttpResponseMessage(HttpStatusCode.BadGateway)
            : ScriptedTransport.Json("""{"displayName":"Coho"}""")));
        using var client = ManualClients.Of(transport, new ManualTime(), Options);

        for (var i = 0; i < 20; i++)
        {
            _ = await Task.WhenAny(client.Customers().GetAsync(Guid.NewGuid()));
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(20));
    }
}
