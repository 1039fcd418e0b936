namespace Financials.Client.Tests.Support;

/// <summary>
/// A synchronisation context with one thread, like that of a window. What is posted to it is counted, and runs elsewhere so that
/// a call that posts ends all the same.
/// </summary>
internal sealed class PumpContext : SynchronizationContext
{
    private int _posts;

    /// <summary>How much has been posted to the context.</summary>
    public int Posts => Volatile.Read(ref _posts);

    /// <summary>Runs something on the context's own thread, which does nothing else meanwhile.</summary>
    public static Task<T> RunAsync<T>(Func<PumpContext, T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            var context = new PumpContext();
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
        Interlocked.Increment(ref _posts);
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();
}
