using System.Collections.Concurrent;

namespace Financials.Client.Tests.Support;

/// <summary>A synchronisation context with one thread, like that of a window: what is posted runs when that thread is free.</summary>
internal sealed class PumpContext : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

    /// <summary>How much has been posted to the context.</summary>
    public int Posts { get; private set; }

    /// <summary>Runs something on the context's own thread, which does nothing else meanwhile.</summary>
    public static Task<T> RunAsync<T>(Func<PumpContext, T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            using var context = new PumpContext();
            SetSynchronizationContext(context);
            try
            {
                result.SetResult(work(context));
            }
            catch (Exception failure)
            {
                result.SetException(failure);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return result.Task;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Posts++;
        _posted.Add((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public void Dispose() => _posted.Dispose();
}
