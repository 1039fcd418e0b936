using System.Buffers;

namespace Financials.Client.Http;

/// <summary>
/// A response body read whole into a rented buffer. Reading first and parsing at once afterwards is faster than parsing
/// from the stream, and the buffer goes back to the pool when this is disposed.
/// </summary>
internal struct PooledBody : IDisposable
{
    private const int FirstRent = 16 * 1024;

    private byte[] _buffer;
    private int _start;
    private int _end;

    private PooledBody(byte[] buffer) => _buffer = buffer;

    public static PooledBody Empty => new([]);

    /// <summary>The body, without a byte order mark. Valid until this is disposed.</summary>
    public readonly ReadOnlyMemory<byte> Memory => _buffer.AsMemory(_start, _end - _start);

    /// <remarks>Stops after <paramref name="atMost"/> bytes; the rest of a longer body is left unread.</remarks>
    public static async ValueTask<PooledBody> ReadAsync(HttpContent content, CancellationToken cancellationToken, int atMost = int.MaxValue)
    {
        // One byte more than announced, so that the end is seen without growing the buffer.
        var announced = content.Headers.ContentLength is { } length and < int.MaxValue ? (int)length + 1 : FirstRent;
        var body = new PooledBody(ArrayPool<byte>.Shared.Rent(Math.Min(announced, atMost)));
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (body._end < atMost)
                {
                    if (body._end == body._buffer.Length)
                    {
                        body.Grow();
                    }

                    var free = body._buffer.AsMemory(body._end, Math.Min(body._buffer.Length, atMost) - body._end);
                    var read = await stream.ReadAsync(free, cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                    {
                        break;
                    }

                    body._end += read;
                }
            }

            body._start = body.Memory.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
