namespace Financials.Client.Resilience;

/// <summary>The waits between the attempts of a create, by the same settings as those of other requests.</summary>
internal sealed class RepetitionDelays(ResilienceOptions options, TimeProvider time)
{
    public int MaxRetries => options.MaxRetries;

    public long Start() => time.GetTimestamp();

    /// <summary>Waits before a further attempt.</summary>
    /// <returns>False, at once, where the wait would outlast the total timeout.</returns>
    public async Task<bool> WaitAsync(int repeats, TimeSpan? askedFor, long started, CancellationToken cancellationToken)
    {
        // Doubled each time, then spread over its upper half, so that clients that failed together do not return together.
        var doubled = Math.Min(options.BaseDelay.TotalSeconds * Math.Pow(2, repeats), options.MaxDelay.TotalSeconds);
        var spread = TimeSpan.FromSeconds(doubled * (0.5 + (Random.Shared.NextDouble() / 2)));
        var wait = askedFor is { } asked && asked > spread ? asked : spread;
        if (wait >= options.TotalTimeout - time.GetElapsedTime(started))
        {
            return false;
        }

        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
