namespace Financials.Client.Operations;

/// <summary>The time of one attempt: a token that is cancelled when it is over, or when the caller gives up.</summary>
internal readonly struct AttemptTimer : IDisposable
{
    private readonly AttemptTimers _timers;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    public AttemptTimer(AttemptTimers timers, CancellationTokenSource source, CancellationToken cancellationToken)
    {
        _timers = timers;
        _source = source;
        _caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        // Waits for a cancellation that has begun, which must not reach the next attempt.
        _caller.Dispose();
        _timers.Return(_source);
    }
}
