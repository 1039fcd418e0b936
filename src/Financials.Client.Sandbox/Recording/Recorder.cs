namespace Financials.Client.Sandbox.Recording;

/// <summary>Keeps the last requests. Thread-safe.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class Recorder(int capacity)
{
    /// <summary>Of how many requests the answers are kept; the answers of all would fill the memory.</summary>
    private const int KeptResponses = 50;

    private readonly object _gate = new();
    private readonly Queue<RecordedCall> _calls = new();
    private readonly Queue<RecordedCall> _latest = new();
    private long _count;

    /// <summary>Records a request when it arrives.</summary>
    /// <param name="request">The request; it gets its number here.</param>
    public RecordedCall Begin(SandboxRequest request)
    {
        lock (_gate)
        {
            var call = new RecordedCall(request with { Number = ++_count });
            _calls.Enqueue(call);
            if (_calls.Count > capacity)
            {
                _calls.Dequeue();
            }

            _latest.Enqueue(call);
            if (_latest.Count > KeptResponses)
            {
                _latest.Dequeue().ForgetResponse();
            }

            return call;
        }
    }

    /// <summary>The body of the response to one of the latest requests; null where it is not known, or not any more.</summary>
    public string? ResponseTo(long number)
    {
        lock (_gate)
        {
            return _latest.FirstOrDefault(call => call.Request.Number == number)?.Response;
        }
    }

    /// <summary>The requests, the oldest first.</summary>
    public IReadOnlyList<SandboxRequest> All()
    {
        lock (_gate)
        {
            return [.. _calls.Select(call => call.Request)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _latest.Clear();
        }
    }
}
