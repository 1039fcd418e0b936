namespace Financials.Client.Resilience;

/// <summary>The waits between the attempts of a create, by the same settings as those of other requests.</summary>
internal sealed class RepetitionDelays(ResilienceOptions options, TimeProvider time)
{
    public int MaxRetries => options.MaxRetries;

    public long Start() => time.GetTimestamp();

    /// <summary>The next wait: never shorter than the service asks for, and never none at all because it asks for none.</summary>
    public TimeSpan Next(int repeats, TimeSpan? askedFor)
    {
        // Doubled each time, then spread over its upper half, so that clients that failed together do not return together.
        var doubled = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, repeats), options.MaxDelay.TotalMilliseconds);
        var spread = doubled * (0.5 + (Random.Shared.NextDouble() / 2));

        // Timers cut off fractions of a millisecond, which must not make a wait shorter than was asked for. One that is as long
        // as the whole call is never begun, so it does not matter how much longer it was to be.
        var wait = Math.Ceiling(Math.Max(spread, askedFor?.TotalMilliseconds ?? 0));
        return TimeSpan.FromMilliseconds(Math.Min(wait, options.TotalTimeout.TotalMilliseconds));
    }

    /// <summary>Waits before a further attempt.</summary>
    /// <returns>False, at once, where the wait would outlast the total timeout.</returns>
    public async Task<bool> WaitAsync(int repeats, TimeSpan? askedFor, long started, CancellationToken cancellationToken)
    {
        var wait = Next(repeats, askedFor);
        if (wait >= options.TotalTimeout - time.GetElapsedTime(started))
        {
            return false;
        }

        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
