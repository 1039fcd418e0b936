using System.Net;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>Services that have had enough for a while, on the options that users have: the defaults.</summary>
[CancelAfter(20_000)]
public class ThrottlingTests
{
    // A circuit breaker, which counted 429 as a fault, made 40 of 40 creates fail after two seconds of throttling.
    [Test]
    public async Task Creates_FortyThroughTwoSecondsOfThrottling_AllSucceed(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = new AsyncTransport(
            async (request, _, token) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, token);
                return time.Elapsed < TimeSpan.FromSeconds(2) ? Throttled() : ScriptedTransport.Stored(request);
            },
            time);
        using var client = ManualClients.Of(transport, time);

        var created = await Task.WhenAll(Enumerable.Range(1, 40).Select(i =>
            client.Customers().CreateAsync(new Customer { Number = $"C{i:D4}", DisplayName = "Coho" }, guard)));

        Assert.That(created.Select(customer => customer.Number).Distinct().Count(), Is.EqualTo(40));
    }

    // The look-up of a create met an open circuit, so that 20 of 20 creates ended as unknown after 25 times 503.
    [Test]
    public async Task Creates_TwentyThroughTwentyFiveTimes503_EndCreatedOrAsUnknownThatIsTrue(CancellationToken guard)
    {
        using var server = new ModelServer();
        var left = 25;
        server.Chooser = _ => Interlocked.Decrement(ref left) >= 0 ? ModelFault.Status(503, ModelExecution.Never) : ModelFault.None;
        using var client = server.Client();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(async i =>
        {
            try
            {
                await client.Customers().CreateAsync(new Customer { Number = $"C{i:D4}", DisplayName = "Coho" }, guard);
                return "created";
            }
            catch (FinancialsOutcomeUnknownException)
            {
                return "unknown";
            }
        }));

        var created = outcomes.Count(outcome => outcome == "created");
        TestContext.Out.WriteLine($"20 creates through 25 times 503: {created} created, {20 - created} unknown");

        // Which of them meet the faults is chance; one that meets five has no retries left, and says so.
        Assert.That(created, Is.GreaterThanOrEqualTo(15));
        Assert.That(server["customers"].Rows, Has.Count.EqualTo(created), "No success that is none, and no unknown one that is there.");
    }

    private static HttpResponseMessage Throttled()
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", "1");
        return response;
    }
}
