using System.Globalization;

namespace Financials.Client;

/// <summary>
/// How calls are retried, limited and given up. A request that creates or posts something is retried only where the service has
/// certainly not executed it, or where its own key proves that it has not, whatever is set.
/// </summary>
public sealed class ResilienceOptions
{
    internal const string TimeoutRange = "has to be from 10 milliseconds to one day";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// The longest a call may take, with all attempts, look-ups, pages and the delays between them. Default: 5 minutes. A delay that
    /// the service asks for and that would end later is not begun. Reading with <c>await foreach</c> is one call for each page.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest one attempt may take, from asking for its token to the last byte of its response. Default: 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How often a request is retried after its first attempt. Default: 4, so that nothing is sent more than five times. Zero: never.
    /// </summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The delay before the first retry, doubled for each further one and spread at random. Default: 1 second.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest of these delays. Default: 30 seconds. A longer one that the service asks for is kept.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many requests are in flight at a time; others wait for one of them to end. Default: 5, because the service works on five
    /// requests of a user and queues the others.
    /// </summary>
    public int MaxConcurrentRequests { get; set; } = 5;

    /// <summary>
    /// The most entities that are created in one request, where many are created and the service takes several. Default: 100, which is the
    /// most that Business Central takes. 1: each in a request of its own.
    /// </summary>
    public int MaxBatchSize { get; set; } = 100;

    /// <summary>A copy, so that what the caller changes later changes no client.</summary>
    internal ResilienceOptions Copy() => (ResilienceOptions)MemberwiseClone();

    /// <summary>Every setting that cannot work, each with what it has to be.</summary>
    internal IEnumerable<string> Problems()
    {
        (bool IsWrong, string Problem)[] checks =
        [
            (!IsTimeout(TotalTimeout), $"{nameof(TotalTimeout)} {TimeoutRange}{Days(TotalTimeout)}"),
            (!IsTimeout(AttemptTimeout), $"{nameof(AttemptTimeout)} {TimeoutRange}{Days(AttemptTimeout)}"),
            (IsTimeout(TotalTimeout) && AttemptTimeout > TotalTimeout, $"{nameof(AttemptTimeout)} has to be no longer than {nameof(TotalTimeout)}"),
            (MaxRetries is < 0 or > 100, $"{nameof(MaxRetries)} has to be from 0 to 100"),
            (BaseDelay < TimeSpan.Zero, $"{nameof(BaseDelay)} has to be zero or longer"),
            (MaxDelay < BaseDelay || MaxDelay > Day, $"{nameof(MaxDelay)} has to be from {nameof(BaseDelay)} to one day"),
            (MaxConcurrentRequests is < 1 or > 100, $"{nameof(MaxConcurrentRequests)} has to be from 1 to 100"),
            (MaxBatchSize is < 1 or > 100, $"{nameof(MaxBatchSize)} has to be from 1 to 100"),
        ];
        return checks.Where(check => check.IsWrong).Select(check => check.Problem);
    }

    /// <summary>A bare number in configuration is one of days, which hardly anybody means.</summary>
    private static string Days(TimeSpan value) => value > Day
        ? string.Create(CultureInfo.InvariantCulture, $", and this is {value.TotalDays:0.##} days: write ten seconds as 00:00:10, because 10 means ten days")
        : "";

    internal static bool IsTimeout(TimeSpan value) => value >= TimeSpan.FromMilliseconds(10) && value <= Day;
}
