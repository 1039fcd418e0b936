namespace Financials.Client;

/// <summary>
/// How requests are repeated, limited and given up. A request that creates or posts something is repeated here only where the
/// service has certainly not executed it, whatever is set.
/// </summary>
public sealed class ResilienceOptions
{
    /// <summary>
    /// The longest a call may take, with all attempts and the waits between them. Default: 5 minutes. A wait that the service asks
    /// for and that would end later is not begun.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest one attempt may take. Default: 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request is repeated after its first attempt. Default: 4. Zero: never.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The wait before the first repetition, doubled for each further one and spread at random. Default: 1 second.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest of these waits. Default: 30 seconds. A longer wait that the service asks for is kept.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many requests are under way at a time; more wait their turn. Default: 5, because the service works on five requests
    /// of a user and queues the others.
    /// </summary>
    public int MaxConcurrentRequests { get; set; } = 5;

    /// <summary>
    /// The share of failed attempts, within <see cref="BreakerWindow"/>, from which on nothing is sent for
    /// <see cref="BreakerPause"/>. Default: 0.9. From 0.01 to 1.
    /// </summary>
    public double BreakerFailureRatio { get; set; } = 0.9;

    /// <summary>How many attempts there have to be in the window before the ratio counts. Default: 20.</summary>
    public int BreakerMinimumAttempts { get; set; } = 20;

    /// <summary>The time over which attempts are counted. Default: 30 seconds.</summary>
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing is sent. Default: 5 seconds.</summary>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Every setting that cannot work, each with what it has to be.</summary>
    internal IEnumerable<string> Problems()
    {
        if (TotalTimeout <= TimeSpan.Zero) yield return $"{nameof(TotalTimeout)} has to be longer than zero";
        if (AttemptTimeout <= TimeSpan.Zero) yield return $"{nameof(AttemptTimeout)} has to be longer than zero";
        if (AttemptTimeout > TotalTimeout) yield return $"{nameof(AttemptTimeout)} has to be no longer than {nameof(TotalTimeout)}";
        if (MaxRetries is < 0 or > 100) yield return $"{nameof(MaxRetries)} has to be from 0 to 100";
        if (BaseDelay < TimeSpan.Zero) yield return $"{nameof(BaseDelay)} cannot be negative";
        if (MaxDelay < BaseDelay) yield return $"{nameof(MaxDelay)} has to be no shorter than {nameof(BaseDelay)}";
        if (MaxConcurrentRequests is < 1 or > 100) yield return $"{nameof(MaxConcurrentRequests)} has to be from 1 to 100";
        if (BreakerFailureRatio is not (>= 0.01 and <= 1)) yield return $"{nameof(BreakerFailureRatio)} has to be from 0.01 to 1";
        if (BreakerMinimumAttempts < 2) yield return $"{nameof(BreakerMinimumAttempts)} has to be at least 2";
        if (BreakerWindow < TimeSpan.FromSeconds(0.5)) yield return $"{nameof(BreakerWindow)} has to be at least half a second";
        if (BreakerPause < TimeSpan.FromSeconds(0.5)) yield return $"{nameof(BreakerPause)} has to be at least half a second";
    }
}
