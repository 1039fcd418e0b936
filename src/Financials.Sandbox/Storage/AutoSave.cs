using System.Threading.Channels;

namespace Financials.Sandbox.Storage;

/// <summary>
/// Saves after changes. While one save is under way, all changes together wait for a single next one, so that many small
/// changes do not write the whole file as often.
/// </summary>
internal sealed class AutoSave : IAsyncDisposable
{
    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Task _saving;

    /// <param name="snapshot">The data as it is now. Called on a thread of the pool.</param>
    /// <param name="write">Where it is saved.</param>
    public AutoSave(Func<ReadOnlyMemory<byte>> snapshot, Func<ReadOnlyMemory<byte>, Task> write) => _saving = Task.Run(async () =>
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await write(snapshot()).ConfigureAwait(false);
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
        _changes.Writer.TryComplete();
        await _saving.ConfigureAwait(false);
    }
}
