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

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Every setting that cannot work, each with what it has to be.</summary>
    internal IEnumerable<string> Problems()
    {
        (bool IsWrong, string Problem)[] checks =
        [
            (!IsWithin(TotalTimeout, 0.01), $"{nameof(TotalTimeout)} has to be from 10 milliseconds to one day"),
            (!IsWithin(AttemptTimeout, 0.01), $"{nameof(AttemptTimeout)} has to be from 10 milliseconds to one day"),
            (IsWithin(TotalTimeout, 0.01) && AttemptTimeout > TotalTimeout, $"{nameof(AttemptTimeout)} has to be no longer than {nameof(TotalTimeout)}"),
            (MaxRetries is < 0 or > 100, $"{nameof(MaxRetries)} has to be from 0 to 100"),
            (BaseDelay < TimeSpan.Zero, $"{nameof(BaseDelay)} has to be zero or longer"),
            (MaxDelay < BaseDelay || MaxDelay > Day, $"{nameof(MaxDelay)} has to be from {nameof(BaseDelay)} to one day"),
            (MaxConcurrentRequests is < 1 or > 100, $"{nameof(MaxConcurrentRequests)} has to be from 1 to 100"),
            (BreakerFailureRatio is not (>= 0.01 and <= 1), $"{nameof(BreakerFailureRatio)} has to be from 0.01 to 1"),
            (BreakerMinimumAttempts < 2, $"{nameof(BreakerMinimumAttempts)} has to be at least 2"),
            (!IsWithin(BreakerWindow, 0.5), $"{nameof(BreakerWindow)} has to be from half a second to one day"),
            (!IsWithin(BreakerPause, 0.5), $"{nameof(BreakerPause)} has to be from half a second to one day"),
        ];
        return checks.Where(check => check.IsWrong).Select(check => check.Problem);
    }

    private static bool IsWithin(TimeSpan value, double leastSeconds) => value >= TimeSpan.FromSeconds(leastSeconds) && value <= Day;
}
