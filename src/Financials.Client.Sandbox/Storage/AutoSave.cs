using System.Threading.Channels;

namespace Financials.Client.Sandbox.Storage;

/// <summary>
/// Saves after changes. While one save is under way, all changes together wait for a single next one, so that many small
/// changes do not write the whole file as often.
/// </summary>
internal sealed class AutoSave : IAsyncDisposable
{
    /// <summary>How long the data is left alone after a save, in times of what the save took: a long import is not held up by its saves.</summary>
    private const int Rest = 4;

    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly CancellationTokenSource _ending = new();
    private readonly Task _saving;

    /// <param name="snapshot">The data as it is now. Called on a thread of the pool.</param>
    /// <param name="write">Where it is saved.</param>
    /// <param name="time">The clock that saves are timed by.</param>
    public AutoSave(Func<ReadOnlyMemory<byte>> snapshot, Func<ReadOnlyMemory<byte>, Task> write, TimeProvider time) => _saving = Task.Run(async () =>
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var start = time.GetTimestamp();
            await write(snapshot()).ConfigureAwait(false);
            await Task.Delay(Rest * time.GetElapsedTime(start), time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    /// <summary>The data has changed. Returns at once.</summary>
    /// <exception cref="IOException">An earlier save failed, and none is tried since.</exception>
    public void Changed()
    {
        if (_saving.IsFaulted)
        {
            throw new IOException("The sandbox's data can no longer be saved.", _saving.Exception.InnerException);
        }

        _changes.Writer.TryWrite(true);
    }

    /// <summary>Ends when the last change is saved.</summary>
    public async ValueTask DisposeAsync()
    {
        using var ending = _ending;
        _changes.Writer.TryComplete();
        await ending.CancelAsync().ConfigureAwait(false);
        await _saving.ConfigureAwait(false);
    }
}
