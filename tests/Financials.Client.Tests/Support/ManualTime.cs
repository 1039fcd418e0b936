namespace Financials.Client.Tests.Support;

/// <summary>
/// A clock that moves only when a test says so. Timers fire in the order in which they are due, on the thread that moves the
/// clock, and the clock shows each one's due time while it runs.
/// </summary>
internal sealed class ManualTime : TimeProvider
{
    /// <summary>What every clock shows at first: no whole second, so that nothing depends on that.</summary>
    public static readonly DateTimeOffset Start = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(2_500_000);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = Start;

    /// <summary>
    /// Whether the clock jumps to the end of every <see cref="Task.Delay(TimeSpan, TimeProvider)"/> as soon as one begins, and
    /// fires the deadlines that lie before it. A deadline alone moves nothing.
    /// </summary>
    public bool SkipsDelays { get; init; }

    /// <summary>Raised on a thread of the pool when a <see cref="Task.Delay(TimeSpan, TimeProvider)"/> has begun.</summary>
    public event Action<TimeSpan>? DelayBegun;

    /// <summary>How far the clock has moved.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>How many timers are waiting: none should be left when a call has ended.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state, period);
        timer.Change(dueTime, period);

        // Both delays and deadlines are timers. A delay has a task to complete, a deadline a token to cancel.
        if (state is Task && dueTime != Timeout.InfiniteTimeSpan)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => BeginDelay(timer, dueTime), null);
        }

        return timer;
    }

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by, until: null);

    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                _timers.Add(timer);
            }
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private void BeginDelay(ManualTimer delay, TimeSpan length)
    {
        DelayBegun?.Invoke(length);
        if (SkipsDelays)
        {
            AdvanceTo(delay.Due, until: delay);
        }
    }

    /// <param name="target">Where to stop.</param>
    /// <param name="until">The delay on whose behalf the clock moves; when a deadline cuts it short, the clock stops there.</param>
    private void AdvanceTo(DateTimeOffset target, ManualTimer? until)
    {
        while (until is null || IsPending(until))
        {
            ManualTimer? next;
            lock (_gate)
            {
                next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
                var stop = next?.Due ?? target;
                _now = stop > _now ? stop : _now;
                if (next is null)
                {
                    return;
                }

                _timers.Remove(next);
            }

            next.Fire();
            if (until is not null && next != until)
            {
                // The delay may be so young that it is only now being tied to the token that the deadline has cancelled.
                SpinWait.SpinUntil(() => !IsPending(until), TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private bool IsPending(ManualTimer timer)
    {
        lock (_gate)
        {
            return _timers.Contains(timer);
        }
    }
}
