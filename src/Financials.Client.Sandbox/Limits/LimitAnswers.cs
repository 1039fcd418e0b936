using Financials.Client.Sandbox.Routes;

namespace Financials.Client.Sandbox.Limits;

/// <summary>The answers of a service that is busy.</summary>
internal static class LimitAnswers
{
    /// <summary>When to come again after a wait that was too long; the service names a time then.</summary>
    private static readonly TimeSpan AfterWait = TimeSpan.FromSeconds(60);

    public static ServiceAnswer Of(Entry entry, SandboxLimits limits)
    {
        var answer = ServiceAnswer.Error(entry.Status, entry.Code, entry.Message, Guid.NewGuid());
        var retryAfter = entry == Entry.WaitedTooLong ? limits.RetryAfter ?? AfterWait : limits.RetryAfter;
        return retryAfter is { } wait ? answer.With("Retry-After", $"{(long)Math.Ceiling(wait.TotalSeconds)}") : answer;
    }
}
