using System.Globalization;
using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>How long the client waits before it repeats a request.</summary>
public class WaitTests
{
    [Test]
    public async Task Wait_NothingAskedFor_GrowsExponentiallyWithinBounds()
    {
        for (var run = 0; run < 100; run++)
        {
            var waits = await WaitsAsync(_ => null, new ResilienceOptions());

            // The waits are spread at random, and their sum over n repetitions lies between 2^(n-1)/2 and 2^n times the first.
            using (Assert.EnterMultipleScope())
            {
                Assert.That(waits, Has.Count.EqualTo(4));
                for (var n = 1; n <= waits.Count; n++)
                {
                    Assert.That(waits.Take(n).Sum(wait => wait.TotalSeconds), Is.InRange(n == 1 ? 0 : Math.Pow(2, n - 1) / 2, Math.Pow(2, n)));
                }
            }
        }
    }

    [Test]
    public async Task Wait_NothingAskedFor_DiffersFromCallToCall()
    {
        var first = new List<TimeSpan>();
        for (var run = 0; run < 20; run++)
        {
            first.Add((await WaitsAsync(_ => null, new ResilienceOptions()))[0]);
        }

        Assert.That(first.Distinct().Count(), Is.GreaterThan(10));
    }

    [Test]
    public async Task Wait_ManyRepetitions_StaysWithinTheLongestWait()
    {
        var options = new ResilienceOptions { MaxRetries = 12, MaxDelay = TimeSpan.FromSeconds(5) };

        var waits = await WaitsAsync(_ => null, options);

        Assert.That(waits, Has.Count.EqualTo(12));
        Assert.That(waits, Is.All.LessThanOrEqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(waits[^1], Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(2.5)));
    }

    [TestCase("7", 7)]
    [TestCase("2.128", 2.128)]
    [TestCase("45", 45)]
    public async Task Wait_SecondsAskedFor_LastsThatLong(string retryAfter, double seconds)
    {
        var waits = await WaitsAsync(_ => retryAfter, new ResilienceOptions { BaseDelay = TimeSpan.FromMilliseconds(1) });

        Assert.That(waits, Is.EqualTo(Enumerable.Repeat(TimeSpan.FromSeconds(seconds), 4)));
    }

    [TestCase("0")]
    [TestCase("Tue, 07 Mar 2017 00:35:28 GMT")]
    [TestCase("0.2")]
    public async Task Wait_LessAskedForThanTheBackOff_IsTheBackOff(string retryAfter)
    {
        var waits = await WaitsAsync(_ => retryAfter, new ResilienceOptions());

        Assert.That(waits[0], Is.InRange(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)));
        Assert.That(waits[3], Is.InRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)));
    }

    [TestCase("Pacific/Auckland")]
    [TestCase("America/Los_Angeles")]
    public async Task Wait_DateMoreThanAMinuteAheadInAnotherZone_LastsUntilThen(string zone)
    {
        using var _ = new CultureAndZone("da-DK", OperatingSystem.IsWindows() ? null : zone);

        var waits = await WaitsAsync(
            time => time.GetUtcNow().AddSeconds(70).ToString("r", CultureInfo.InvariantCulture),
            new ResilienceOptions { MaxRetries = 2 });

        // Dates have whole seconds, so up to one second of the seventy is lost in writing them.
        Assert.That(waits, Has.Count.EqualTo(2).And.All.InRange(TimeSpan.FromSeconds(69), TimeSpan.FromSeconds(70)));
    }

    [TestCase("300")]
    [TestCase("99999999999")]
    [TestCase("99999999999999999999")]
    public async Task Wait_LongerThanTheCallMayTake_IsNotBegun(string retryAfter)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = Throttling(time, _ => retryAfter, []);
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.ThrowsAsync<FinancialsThrottledException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.RetryAfter, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(300)));
            Assert.That(error.Attempts, Is.EqualTo(1));
            Assert.That(transport.Requests, Has.Count.EqualTo(1));
            Assert.That(time.Elapsed, Is.EqualTo(TimeSpan.Zero));
        }
    }

    [Test]
    public async Task Wait_LongerThanWhatIsLeftOfTheCall_IsNotBegun()
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = new AsyncTransport(
            async (_, _, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(90), time, token);
                var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
                response.Headers.TryAddWithoutValidation("Retry-After", "240");
                return response;
            },
            time);
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.ThrowsAsync<FinancialsThrottledException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That((error.Attempts, error.RetryAfter), Is.EqualTo((1, (TimeSpan?)TimeSpan.FromSeconds(240))));
        Assert.That(time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(90)));
    }

    [Test]
    public async Task Wait_CallersToken_EndsItAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTime();
        time.DelayBegun += _ => cancellation.Cancel();
        using var transport = Throttling(time, _ => "60", []);
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.CatchAsync<OperationCanceledException>(() => client.Customers().GetAsync(Guid.NewGuid(), cancellation.Token));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
            Assert.That(time.Elapsed, Is.EqualTo(TimeSpan.Zero));
            Assert.That(time.PendingTimers, Is.Zero);
            Assert.That(transport.Requests, Has.Count.EqualTo(1));
        }
    }

    private static async Task<List<TimeSpan>> WaitsAsync(Func<ManualTime, string?> retryAfter, ResilienceOptions options)
    {
        var time = new ManualTime { SkipsDelays = true };
        var responses = new List<TrackedResponse>();
        using var transport = Throttling(time, retryAfter, responses);
        using var client = ManualClients.Of(transport, time, options);

        await Assert.ThrowsAsync<FinancialsThrottledException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(responses.Select(response => response.IsDisposed && response.BodyIsDisposed), Is.All.True);
        return [.. transport.SentAt.Zip(transport.SentAt.Skip(1), (one, next) => next - one)];
    }

    private static AsyncTransport Throttling(ManualTime time, Func<ManualTime, string?> retryAfter, List<TrackedResponse> responses) => new(
        (_, _, _) =>
        {
            var response = new TrackedResponse(HttpStatusCode.TooManyRequests, new StringContent("{}"));
            responses.Add(response);
            if (retryAfter(time) is { } text)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", text);
            }

            return Task.FromResult<HttpResponseMessage>(response);
        },
        time);
}
