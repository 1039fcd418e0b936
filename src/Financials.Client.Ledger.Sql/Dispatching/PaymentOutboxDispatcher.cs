using Microsoft.Extensions.Hosting;

namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>Finds journals whose payments wait, and sends them, several journals at a time.</summary>
/// <param name="clientOf">The client that sends the payments of a journal.</param>
/// <param name="dispatch">What the runs of all journals share.</param>
/// <param name="outbox">The outbox.</param>
/// <param name="time">The clock of the delays.</param>
internal sealed class PaymentOutboxDispatcher(
    Func<PaymentJournalAddress, FinancialsClient> clientOf, DispatchContext dispatch, PaymentOutbox outbox, TimeProvider time) : BackgroundService
{
    /// <summary>Counting many rows takes a while, and rounds may follow each other fast.</summary>
    private static readonly TimeSpan MeasuringInterval = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, Task> _running = [];
    private readonly CancellationTokenSource _aborting = new();
    private Task? _notified;
    private long? _measured;

    /// <summary>Payments under way come to their ends, as long as the host waits for them.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var abort = cancellationToken.Register(_aborting.Cancel);
        await base.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        _aborting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for drivers that do all their work before they return.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while. Whatever it is, it is told, and the next round tries again.
                dispatch.Log.Unreadable(failure, dispatch.Options.PollingInterval);
                await Task.Delay(dispatch.Options.PollingInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        // What the application waits with must not be in use any more when it is disposed.
        await Task.WhenAll([.. _running.Values, _notified ?? Task.CompletedTask]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        await CollectAsync().ConfigureAwait(false);
        if (dispatch.Instruments.IsObserved && (_measured is null || time.GetElapsedTime(_measured.Value) >= MeasuringInterval))
        {
            _measured = time.GetTimestamp();
            dispatch.Instruments.Status = await outbox.GetStatusAsync(stopping).ConfigureAwait(false);
        }

        // A journal whose run has just begun may not be leased yet, and is among those found.
        var free = dispatch.Options.MaxConcurrentJournals - _running.Count;
        var waiting = free == 0 ? [] : await dispatch.Rows.WaitingAsync(dispatch.Options.MaxConcurrentJournals, stopping).ConfigureAwait(false);
        foreach (var journal in waiting.Where(journal => !_running.ContainsKey(journal.Scope)).Take(free).ToList())
        {
            _running[journal.Scope] = Task.Run(() => new JournalRun(dispatch, journal, clientOf).RunAsync(stopping, _aborting.Token), CancellationToken.None);
        }

        await WaitAsync(stopping).ConfigureAwait(false);
    }

    /// <summary>Takes note of the runs that have ended. One that failed could not tell the database so.</summary>
    private async Task CollectAsync()
    {
        foreach (var (scope, run) in _running.Where(run => run.Value.IsCompleted).ToList())
        {
            _running.Remove(scope);
            await run.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for a run to end, for a notification, or for the time of the next poll.</summary>
    private async Task WaitAsync(CancellationToken stopping)
    {
        if (_notified is { IsCompleted: true } notified)
        {
            _notified = null;
            if (notified.Exception is { InnerException: { } failure })
            {
                dispatch.Log.NotNotified(failure);
                await Task.Delay(dispatch.Options.PollingInterval, time, stopping).ConfigureAwait(false);
            }
        }

        _notified ??= dispatch.Options.WaitForWorkAsync?.Invoke(stopping);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var poll = Task.Delay(dispatch.Options.PollingInterval, time, over.Token);
        await Task.WhenAny(_running.Values.Append(poll).Concat(_notified is null ? [] : [_notified])).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }
}
