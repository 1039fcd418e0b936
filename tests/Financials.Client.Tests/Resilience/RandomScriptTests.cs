using System.Globalization;
using System.Net;
using Financials.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.Resilience;

/// <summary>Whatever a service answers, and however slowly: no wait is shorter than it asked for, no call longer than it may be.</summary>
public class RandomScriptTests
{
    /// <summary>A delay is cut to whole milliseconds by the framework.</summary>
    private static readonly TimeSpan Granularity = TimeSpan.FromMilliseconds(1);

    private static readonly Gen<ScriptStep> Steps =
        from status in Gen.Elements(0, 200, 404, 408, 429, 429, 500, 502, 503, 503, 504)
        from retryAfter in Gen.Elements<double?>(null, null, 0, 1, 2.128, 30, 59.5, 119, 200, 400, 99999999999)
        from takes in Gen.Elements(0, 0, 0.001, 1, 30, 99, 101, 500)
        select new ScriptStep(status, retryAfter, TimeSpan.FromSeconds(takes));

    private static readonly Gen<ScriptStep[]> Scripts =
        from length in Gen.Choose(1, 6)
        from steps in Gen.ArrayOf(Steps, length)
        select steps;

    [Test]
    public void Call_AnyScript_WaitsAsLongAsAskedAndNoLongerThanAllowed() => PropertyCheck.Holds(Scripts, Check, Shorter);

    private static void Check(ScriptStep[] script)
    {
        var time = new ManualTime { SkipsDelays = true };
        var options = new ResilienceOptions();
        var earliest = new List<TimeSpan>();
        var responses = new List<TrackedResponse>();
        using var transport = new AsyncTransport(
            async (_, number, cancellation) =>
            {
                var step = script[Math.Min(number, script.Length) - 1];
                earliest.Add(time.Elapsed);
                if (step.Takes > TimeSpan.Zero)
                {
                    await Task.Delay(step.Takes, time, cancellation);
                }

                if (step.Status == 0)
                {
                    throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset");
                }

                var response = new TrackedResponse((HttpStatusCode)step.Status, new StringContent($$"""{"id":"{{Ids.Customer}}","displayName":"Coho"}"""));
                responses.Add(response);
                if (step.RetryAfter is { } seconds)
                {
                    response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
                    earliest[^1] = seconds < 1e9 ? time.Elapsed + TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
                }

                return response;
            },
            time);
        using var client = ManualClients.Of(transport, time, options);

        var call = client.Customers().GetAsync(Ids.Customer).ContinueWith(
            ended => ended.Exception?.InnerException, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.That(call.Wait(TimeSpan.FromSeconds(10)), Is.True, "The call hangs.");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Result, Is.Null.Or.InstanceOf<FinancialsException>());
            Assert.That(time.Elapsed, Is.LessThanOrEqualTo(options.TotalTimeout + Granularity));
            Assert.That(transport.SentAt, Has.Count.InRange(1, options.MaxRetries + 1));
            for (var next = 1; next < transport.SentAt.Count; next++)
            {
                Assert.That(transport.SentAt[next] + Granularity, Is.GreaterThanOrEqualTo(earliest[next - 1]), $"repetition {next}");
            }

            Assert.That(responses.Select(response => response.IsDisposed && response.BodyIsDisposed), Is.All.True);
            Assert.That(time.PendingTimers, Is.Zero);
        }
    }

    private static IEnumerable<ScriptStep[]> Shorter(ScriptStep[] script) =>
        script.Length == 1 ? [] : script.Select((_, gone) => script.Where((_, at) => at != gone).ToArray());
}
