using System.Collections.Concurrent;

namespace Financials.Client.Operations;

/// <summary>Times attempts. What one attempt has not used up, the next one uses again, because most are over long before their time.</summary>
internal sealed class AttemptTimers(TimeProvider time)
{
    private const int MostIdle = 16;

    private readonly ConcurrentQueue<CancellationTokenSource> _idle = new();

    public AttemptTimer Start(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_idle.TryDequeue(out var source))
        {
            source.CancelAfter(limit);
        }
        else
        {
            source = new CancellationTokenSource(limit, time);
        }

        return new AttemptTimer(this, source, cancellationToken);
    }

    public void Return(CancellationTokenSource source)
    {
        // Only timers of the system's own clock can be set back.
        if (_idle.Count < MostIdle && source.TryReset())
        {
            _idle.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
