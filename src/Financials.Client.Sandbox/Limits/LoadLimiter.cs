namespace Financials.Client.Sandbox.Limits;

/// <summary>Lets in as many requests as the limits allow, and lets others wait. Thread-safe.</summary>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class LoadLimiter(SandboxLimits limits, TimeProvider time)
{
    private readonly object _gate = new();
    private readonly Queue<DateTimeOffset> _taken = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private int _running;

    /// <summary>Waits for a place; whoever gets one calls <see cref="Leave"/> afterwards.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Entry> EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            if (CountWindow() >= limits.RequestsPerWindow)
            {
                return Entry.TooMany(limits.RequestsPerWindow + 1, limits.RequestsPerWindow);
            }

            if (_running < limits.ConcurrentRequests)
            {
                _running++;
                _taken.Enqueue(time.GetUtcNow());
                return Entry.Granted;
            }

            if (_waiting.Count >= limits.QueueLength)
            {
                return Entry.TooMany(limits.ConcurrentRequests + limits.QueueLength + 1, limits.ConcurrentRequests + limits.QueueLength);
            }

            _taken.Enqueue(time.GetUtcNow());
            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await place.Value.Task.WaitAsync(limits.LongestWait, time, cancellationToken).ConfigureAwait(false);
            return Entry.Granted;
        }
        catch (TimeoutException)
        {
            return GiveUp(place) ? Entry.WaitedTooLong : Entry.Granted;
        }
        catch (OperationCanceledException)
        {
            if (!GiveUp(place))
            {
                Leave();
            }

            throw;
        }
    }

    /// <summary>Gives the place to the one who has waited longest.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (_waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                next.Value.SetResult();
            }
            else
            {
                _running--;
            }
        }
    }

    /// <returns>Whether the place in the queue was still there; if not, it has become a place inside at the last moment.</returns>
    private bool GiveUp(LinkedListNode<TaskCompletionSource> place)
    {
        lock (_gate)
        {
            if (place.List is null)
            {
                return false;
            }

            _waiting.Remove(place);
            return true;
        }
    }

    private int CountWindow()
    {
        var start = time.GetUtcNow() - limits.Window;
        while (_taken.TryPeek(out var oldest) && oldest <= start)
        {
            _taken.Dequeue();
        }

        return _taken.Count;
    }
}
