namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>Writes in pieces of equal length, with a pause before each.</summary>
internal sealed class DribblingStream(Stream stream, int pieces, TimeSpan total, CancellationToken aborted) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Math.Min(pieces, buffer.Length);
        for (var piece = 0; piece < count; piece++)
        {
            await Task.Delay(total / count, aborted);
            var length = buffer.Length / count;
            await stream.WriteAsync(piece == count - 1 ? buffer[(piece * length)..] : buffer.Slice(piece * length, length), aborted);
            await stream.FlushAsync(aborted);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => stream.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
