namespace Financials.Client.Tests.Support;

/// <summary>A transport for several requests at a time, for answers that take their time and for none at all.</summary>
/// <param name="answer">What to do with a request; it gets the number of the request, from 1, and what cancels it.</param>
/// <param name="time">The clock that sends are timed with.</param>
internal sealed class AsyncTransport(
    Func<RecordedRequest, int, CancellationToken, Task<HttpResponseMessage>> answer,
    ManualTime? time = null) : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<TimeSpan> _sentAt = [];
    private int _underWay;

    /// <summary>Everything sent so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>When each request was sent, by the clock.</summary>
    public IReadOnlyList<TimeSpan> SentAt
    {
        get
        {
            lock (_gate)
            {
                return [.. _sentAt];
            }
        }
    }

    /// <summary>How many requests were here at once, at most.</summary>
    public int MostUnderWay { get; private set; }

    /// <summary>Released once for each request that arrives.</summary>
    public SemaphoreSlim Arrivals { get; } = new(0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordAsync(request);
        int number;
        lock (_gate)
        {
            _requests.Add(recorded);
            _sentAt.Add(time?.Elapsed ?? default);
            number = _requests.Count;
            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        }

        Arrivals.Release();
        try
        {
            return await answer(recorded, number, cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                _underWay--;
            }
        }
    }

    private static async Task<RecordedRequest> RecordAsync(HttpRequestMessage request)
    {
        // Asking for the length adds its header, as sending does.
        _ = request.Content?.Headers.ContentLength;
        return new(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.NonValidated.AsEnumerable().Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
                .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Arrivals.Dispose();
        }

        base.Dispose(disposing);
    }
}
