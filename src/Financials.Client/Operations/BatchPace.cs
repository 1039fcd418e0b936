namespace Financials.Client.Operations;

/// <summary>
/// How many entities go in one request, and how many requests are under way at a time: as many as the service bears, within the limits. A
/// service that throttles gets fewer requests, and larger ones where it takes them; one that is slow gets smaller ones. Thread-safe.
/// </summary>
/// <param name="largest">The most entities of one request.</param>
/// <param name="concurrency">The most requests under way where each has one entity.</param>
/// <param name="attemptTimeout">The longest that a request may take. One that comes near to it is made smaller.</param>
internal sealed class BatchPace(int largest, int concurrency, TimeSpan attemptTimeout)
{
    private const int FirstSize = 20;

    private readonly object _gate = new();
    private int _size = Math.Min(FirstSize, largest);
    private readonly int _mostConcurrency = concurrency;
    private int _concurrency = concurrency;
    private int _unthrottled;

    /// <summary>How many entities go in one request.</summary>
    public int Size => Volatile.Read(ref _size);

    /// <summary>
    /// How many requests are under way. The service locks a table while it inserts, so requests of several would only
    /// wait for each other.
    /// </summary>
    public int Concurrency => Size > 1 ? 1 : Volatile.Read(ref _concurrency);

    /// <summary>Says what a request of several entities took; whoever gave it up says how long that was.</summary>
    public void Took(TimeSpan time)
    {
        lock (_gate)
        {
            _size = _size == 1 ? 1
                : time > attemptTimeout / 4 ? Math.Max(2, _size / 2)
                : time < attemptTimeout / 10 ? Math.Min(_size * 2, largest)
                : _size;
        }
    }

    /// <summary>Says that a request of one entity has ended.</summary>
    /// <param name="throttlings">How often the service asked to slow down.</param>
    public void Ended(int throttlings)
    {
        lock (_gate)
        {
            if (throttlings > 0)
            {
                (_concurrency, _unthrottled) = (Math.Max(1, _concurrency / 2), 0);
            }
            else if (++_unthrottled >= 4 * _concurrency && _concurrency < _mostConcurrency)
            {
                (_concurrency, _unthrottled) = (_concurrency + 1, 0);
            }
        }
    }

    /// <summary>Says that the service does not take several entities in one request.</summary>
    public void OneByOne()
    {
        lock (_gate)
        {
            _size = 1;
        }
    }
}
