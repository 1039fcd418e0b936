using System.Diagnostics.CodeAnalysis;

namespace Financials.Client.Operations;

/// <summary>How many requests of a client are in flight at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed class ConcurrencyLimit(int limit, TimeProvider time)
{
    private readonly SemaphoreSlim _free = new(limit, limit);

    /// <summary>Waits until fewer than the limit are in flight.</summary>
    /// <returns>False where the deadline came first.</returns>
    public ValueTask<bool> EnterAsync(Deadline deadline, CancellationToken cancellationToken) =>
        _free.Wait(0, CancellationToken.None) ? new(true) : WaitAsync(deadline, cancellationToken);

    public void Exit() => _free.Release();

    private async ValueTask<bool> WaitAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(deadline.Left, time);
        using var caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            await _free.WaitAsync(timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            // Callers compare tokens, so theirs is the one that is named.
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
