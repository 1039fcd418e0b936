using Financials.Client.Sandbox.Faults;

namespace Financials.Client.Sandbox;

/// <summary>
/// Something that goes wrong with requests. Immutable: each method gives a new fault. It meets every request until
/// <see cref="On"/>, <see cref="Times"/> or <see cref="WithProbability"/> limit it.
/// </summary>
public sealed record SandboxFault
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly Func<FaultedCall, Task> _effect;

    private SandboxFault(string name, Func<FaultedCall, Task> effect)
    {
        Name = name;
        _effect = effect;
    }

    /// <summary>What it does, in a few words; the recorded requests carry it.</summary>
    public string Name { get; private init; }

    internal string? Method { get; private init; }

    internal string? PathPattern { get; private init; }

    internal int? MostTimes { get; private init; }

    internal double? Probability { get; private init; }

    internal int ProbabilitySeed { get; private init; }

    private bool IsAfterWrite { get; init; }

    /// <summary>The connection is closed before the request is executed.</summary>
    public static SandboxFault DropRequest() => new("request dropped", call => call.DropAsync());

    /// <summary>The request is executed, and the connection is closed without an answer.</summary>
    public static SandboxFault DropAnswerAfterWrite() => DropRequest().AfterWrite() with { Name = "answer dropped" };

    /// <summary>The connection is reset before the request is executed.</summary>
    public static SandboxFault Reset() => new("connection reset", call => call.ResetAsync());

    /// <summary>The request is executed, and the connection is reset in the middle of the answer's body, or before an answer without one.</summary>
    public static SandboxFault ResetInBody() => new("connection reset in the body", call => call.ResetInBodyAsync());

    /// <summary>429: too many requests. The request is not executed.</summary>
    /// <param name="form">How the answer says when to come again. Default: whole seconds.</param>
    /// <param name="wait">When to come again. Default: after one second.</param>
    public static SandboxFault Throttle(RetryAfterForm form = RetryAfterForm.Seconds, TimeSpan? wait = null) => Fail(429, form, wait);

    /// <summary>503: temporarily unavailable. The request is not executed.</summary>
    /// <param name="form">How the answer says when to come again. Default: whole seconds.</param>
    /// <param name="wait">When to come again. Default: after one second.</param>
    public static SandboxFault Unavailable(RetryAfterForm form = RetryAfterForm.Seconds, TimeSpan? wait = null) => Fail(503, form, wait);

    /// <summary>An error of the service. The request is not executed; for one that is, see <see cref="AfterWrite"/>.</summary>
    /// <param name="status">The HTTP status, from 400 to 599.</param>
    /// <param name="form">How the answer says when to come again. Default: it does not say.</param>
    /// <param name="wait">When to come again. Default: after one second.</param>
    public static SandboxFault Fail(int status, RetryAfterForm form = RetryAfterForm.None, TimeSpan? wait = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        var text = form == RetryAfterForm.None ? $"{status}" : $"{status}, Retry-After: {form}";
        return new(text, call => call.AnswerAsync(FaultAnswers.Error(status, RetryAfterHeader.Of(form, wait ?? OneSecond, call.Now))));
    }

    /// <summary>401: the token is not accepted. The request is not executed.</summary>
    /// <param name="claims">
    /// What a new token has to prove, as JSON, which the answer then asks for (continuous access evaluation). Default: null, for
    /// an answer that asks for nothing.
    /// </param>
    public static SandboxFault RefuseToken(string? claims = null) =>
        new(claims is null ? "token refused" : "token refused, claims asked for", call => call.AnswerAsync(FaultAnswers.TokenRefused(claims)));

    /// <summary>The request is executed at once, and its answer begins late.</summary>
    /// <param name="delay">How late.</param>
    public static SandboxFault SlowHeaders(TimeSpan delay) => new("late answer", call => call.AnswerLateAsync(delay));

    /// <summary>The request is executed at once, and the body of its answer arrives sixteen bytes at a time.</summary>
    /// <param name="pause">The pause before each sixteen bytes.</param>
    public static SandboxFault SlowDrip(TimeSpan pause) => new("dripping answer", call => call.DripAsync(pause));

    /// <summary>The request is executed, and its answer is the first half of the JSON.</summary>
    public static SandboxFault TruncatedJson() => new("truncated JSON", async call => await call.AnswerAsync(FaultAnswers.Half(await call.ProperAsync().ConfigureAwait(false))).ConfigureAwait(false));

    /// <summary>A web page instead of the answer, as a proxy's sign-in page or a gateway's error. The request is not executed.</summary>
    /// <param name="status">The HTTP status. Default: 200.</param>
    public static SandboxFault Html(int status = 200) => new($"web page {status}", call => call.AnswerAsync(FaultAnswers.WebPage(status)));

    /// <summary>The request is executed, and its answer is said to be plain text.</summary>
    public static SandboxFault WrongContentType() =>
        new("wrong content type", call => call.AnswerAsAsync("text/plain"));

    /// <summary>Only requests to some addresses.</summary>
    /// <param name="method">The HTTP method; <c>*</c> for all.</param>
    /// <param name="path">
    /// The path from where the service's address ends, without the query, in any letter case; <c>*</c> stands for anything, as in
    /// <c>*/customerPayments</c>. Default: all.
    /// </param>
    public SandboxFault On(string method, string path = "*")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return this with { Method = method == "*" ? null : method, PathPattern = path };
    }

    /// <summary>Only a number of requests; after them the fault is over.</summary>
    /// <param name="count">How many, at least one.</param>
    public SandboxFault Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return this with { MostTimes = count };
    }

    /// <summary>Only some requests, chosen at random.</summary>
    /// <param name="probability">The share of requests, from 0 to 1.</param>
    /// <param name="seed">What the choice is made from: the same seed chooses the same requests. Default: 1.</param>
    public SandboxFault WithProbability(double probability, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(probability is >= 0 and <= 1, true, nameof(probability));
        return this with { Probability = probability, ProbabilitySeed = seed };
    }

    /// <summary>The request is executed before it goes wrong, so that the answer is lost and not the request.</summary>
    public SandboxFault AfterWrite() => this with { IsAfterWrite = true, Name = $"{Name} after the write" };

    internal async Task ApplyAsync(FaultedCall call)
    {
        if (IsAfterWrite)
        {
            await call.ProperAsync().ConfigureAwait(false);
        }

        await _effect(call).ConfigureAwait(false);
    }
}
