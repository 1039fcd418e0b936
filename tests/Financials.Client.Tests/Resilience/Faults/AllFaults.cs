using System.Globalization;
using System.Net;
using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>The faults that every operation is tried with.</summary>
internal static class AllFaults
{
    private const string Beginning = """{"displayName":"Co""";

    public static IReadOnlyList<Fault> List { get; } =
    [
        Throwing("no such host", Evidence.NotExecuted, HttpRequestError.NameResolutionError),
        Throwing("connection refused", Evidence.NotExecuted, HttpRequestError.ConnectionError),
        Throwing("TLS failure", Evidence.NotExecuted, HttpRequestError.SecureConnectionError),
        Throwing("reset before headers", Evidence.Ambiguous, HttpRequestError.ResponseEnded),
        Throwing("reset while sending", Evidence.Ambiguous, HttpRequestError.Unknown),
        Answering("reset in the body", Evidence.Ambiguous, typeof(FinancialsUnavailableException), 200, () => new BrokenContent(Beginning)),
        Answering("reset in an error", Evidence.Ambiguous, typeof(FinancialsUnavailableException), 400, () => new BrokenContent(Beginning)),
        Answering("200 cut off", Evidence.Unusable, typeof(FinancialsException), 200, () => Json(Beginning)),
        Answering("200 HTML", Evidence.Unusable, typeof(FinancialsException), 200, () => Html("<html>Sign in</html>")),
        Answering("200 empty", Evidence.Empty, typeof(FinancialsException), 200, () => new ByteArrayContent([])),
        Status(401, Evidence.TokenRefused, typeof(FinancialsUnauthorizedException)),
        Status(403, Evidence.Refused, typeof(FinancialsUnauthorizedException)),
        Status(404, Evidence.Refused, typeof(FinancialsNotFoundException)),
        Status(408, Evidence.Ambiguous, typeof(FinancialsUnavailableException)),
        Answering("409 changed", Evidence.Stale, typeof(FinancialsStaleException), 409, () => Json("""{"error":{"code":"Request_EntityChanged"}}""")),
        Status(412, Evidence.Stale, typeof(FinancialsStaleException)),
        Status(413, Evidence.Refused, typeof(FinancialsValidationException)),
        Status(414, Evidence.Refused, typeof(FinancialsValidationException)),
        Throttling("429", null, null),
        Throttling("429 after 7 s", _ => "7", (7, 7)),
        Throttling("429 after 2.128 s", _ => "2.128", (2.128, 2.128)),
        Throttling("429 until a date", time => Date(time, 21), (20, 21)),
        Throttling("429 until a past date", time => Date(time, -21), (0, 0)),
        Throttling("429 after an age", _ => "99999999999", null) with { Evidence = Evidence.NotExecutedForAges },
        Throttling("429 garbage", _ => "soon", null),
        Status(500, Evidence.Ambiguous, typeof(FinancialsUnavailableException)),
        Answering("502 HTML", Evidence.Ambiguous, typeof(FinancialsUnavailableException), 502, () => Html("<html>Bad gateway</html>")),
        Status(503, Evidence.Ambiguous, typeof(FinancialsUnavailableException)),
        Answering("503 after 7 s", Evidence.Ambiguous, typeof(FinancialsUnavailableException), 503, Json, _ => "7") with { Wait = (7, 7) },
        Status(504, Evidence.Ambiguous, typeof(FinancialsUnavailableException)),
        Hanging("hangs", new()) with { Takes = 100 },
        Hanging("hangs, one long try", new() { TotalTimeout = TimeSpan.FromMinutes(1), AttemptTimeout = TimeSpan.FromMinutes(1) }) with { Takes = 60 },
        new("cancelled", Evidence.Ended, typeof(OperationCanceledException), async (_, caller, token) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        }),
    ];

    private static Fault Throwing(string name, Evidence evidence, HttpRequestError error) => new(
        name,
        evidence,
        typeof(FinancialsUnavailableException),
        (_, _, _) => throw new HttpRequestException(error, name, new IOException(name)));

    private static Fault Hanging(string name, ResilienceOptions options) => new(
        name,
        Evidence.Ambiguous,
        typeof(FinancialsTimeoutException),
        async (time, _, token) =>
        {
            await Task.Delay(TimeSpan.FromDays(1), time, token);
            return null!;
        })
    {
        Options = options,
    };

    private static Fault Status(int status, Evidence evidence, Type error) =>
        Answering(status.ToString(CultureInfo.InvariantCulture), evidence, error, status, Json);

    private static Fault Throttling(string name, Func<ManualTime, string>? retryAfter, (double Least, double Most)? wait) =>
        Answering(name, Evidence.NotExecuted, typeof(FinancialsThrottledException), 429, Json, retryAfter) with { Wait = wait };

    private static Fault Answering(
        string name, Evidence evidence, Type error, int status, Func<HttpContent> body, Func<ManualTime, string>? retryAfter = null) => new(
        name,
        evidence,
        error,
        (time, _, _) =>
        {
            var response = new TrackedResponse((HttpStatusCode)status, body());
            if (retryAfter is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter(time));
            }

            return Task.FromResult<HttpResponseMessage>(response);
        });

    private static string Date(ManualTime time, int seconds) => time.GetUtcNow().AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture);

    private static StringContent Json() => Json("""{"error":{"code":"Unknown","message":"No."}}""");

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static StringContent Html(string html) => new(html, Encoding.UTF8, "text/html");
}
