namespace Financials.Client.Operations;

/// <summary>The delays before retries.</summary>
internal static class RetryDelays
{
    /// <summary>The next delay: never shorter than the service asks for, and never none at all because it asks for none.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="retries">How many retries there have been.</param>
    /// <param name="askedFor">What the service asked for; null where it did not.</param>
    /// <param name="waited">What has been waited already.</param>
    public static TimeSpan Next(ResilienceOptions options, int retries, TimeSpan? askedFor, TimeSpan waited)
    {
        // Doubled each time, then spread over its upper half, so that clients that failed together do not return together.
        var doubled = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, retries), options.MaxDelay.TotalMilliseconds);
        var spread = doubled * (0.5 + (Random.Shared.NextDouble() / 2));
        var delay = Math.Max(spread, askedFor?.TotalMilliseconds ?? 0) - waited.TotalMilliseconds;
        return Whole(Math.Max(delay, 0));
    }

    /// <summary>A delay that the service asked for, as a timer can keep it.</summary>
    public static TimeSpan Whole(TimeSpan askedFor) => Whole(askedFor.TotalMilliseconds);

    /// <summary>Timers cut off fractions of a millisecond, which must not make a delay shorter than was asked for.</summary>
    private static TimeSpan Whole(double milliseconds) =>
        milliseconds < TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.FromMilliseconds(Math.Ceiling(milliseconds)) : TimeSpan.MaxValue;
}
