namespace Financials.Client.Sandbox.Recording;

/// <summary>Keeps the last requests. Thread-safe.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class Recorder(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<RecordedCall> _calls = new();
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

            return call;
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
        }
    }
}
