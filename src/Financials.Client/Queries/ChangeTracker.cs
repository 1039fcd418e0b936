namespace Financials.Client.Queries;

/// <summary>Which changes have come while a set's changes are read in their order.</summary>
/// <param name="history">What had come before.</param>
/// <param name="set">The set.</param>
/// <param name="overlap">For how long a change may be made and not be seen.</param>
internal sealed class ChangeTracker(ChangeHistory history, ulong set, TimeSpan overlap)
{
    /// <summary>
    /// The service stores times to a three-hundredth of a second and shows them to a thousandth, so a moment that it showed may be a
    /// little later than the one that it compares with.
    /// </summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(10);

    /// <summary>How wrong this machine's clock may be by the service's.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    private readonly Dictionary<UInt128, long> _seen = new(history.Seen);
    private long _position = history.From;

    /// <summary>In ticks: from where on there may be changes that have not come.</summary>
    public long From { get; private set; } = history.From;

    /// <summary>Where to go on.</summary>
    public ChangeWatermark Watermark => new(new ChangeHistory(From, set, new Dictionary<UInt128, long>(_seen)));

    /// <summary>Remembers a state.</summary>
    /// <returns>Whether it has not come before.</returns>
    public bool Add(Guid? id, long changedAt, string? version)
    {
        _position = Math.Max(_position, changedAt);
        return _seen.TryAdd(ChangedState.Of(id, changedAt, version), changedAt);
    }

    /// <summary>Leaves behind what nothing can be added to any more.</summary>
    /// <param name="now">The time by this machine's clock.</param>
    public void Settle(DateTimeOffset now)
    {
        // Of an initial load nearly all is long past. What was left behind once must not be looked at again, because what came of it
        // is not remembered.
        var isLongPast = _position < (now - ClockTolerance).UtcTicks - overlap.Ticks;
        From = Math.Max(From, _position - Precision.Ticks - (isLongPast ? 0 : overlap.Ticks));
        foreach (var (state, _) in _seen.Where(one => one.Value < From).ToList())
        {
            _seen.Remove(state);
        }
    }
}
