namespace Financials.Client.Tests.Support;

/// <summary>A body that is all there, but for one wait: before its first piece, or when it is disposed of.</summary>
internal sealed class WaitingStream(byte[] bytes, Task wait, bool waitsAtTheEnd) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!waitsAtTheEnd)
        {
            await wait.ConfigureAwait(false);
        }

        return await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        if (waitsAtTheEnd)
        {
            await wait.ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }
}
