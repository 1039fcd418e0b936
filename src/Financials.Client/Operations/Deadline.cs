namespace Financials.Client.Operations;

/// <summary>The end of a call's time. All that belongs to the call shares it: attempts, delays, look-ups, pages.</summary>
internal readonly struct Deadline(TimeProvider time, TimeSpan total)
{
    private readonly long _started = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Never negative, so that it can be waited for.</summary>
    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (total - Elapsed).Ticks));
}
