using System.Buffers;
using System.Runtime.CompilerServices;

namespace Financials.Client.Transport;

/// <summary>
/// A response's body read whole into a rented buffer. Reading first and parsing at once afterwards is faster than parsing
/// from the stream, and the buffer goes back to the pool when this is disposed.
/// </summary>
internal readonly struct PooledBody(byte[] buffer, int length) : IDisposable
{
    private const int FirstRent = 16 * 1024;

    /// <summary>In bytes. What a response announces is not yet there, so no more than this is rented on its word.</summary>
    private const int LongestFirstRent = 1024 * 1024;

    public static PooledBody Empty => new([], 0);

    /// <summary>The body as it came.</summary>
    public ReadOnlySpan<byte> AllBytes => buffer.AsSpan(0, length);

    /// <summary>The body, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes => AllBytes.StartsWith("\uFEFF"u8) ? AllBytes[3..] : AllBytes;

    /// <param name="content">The response's content.</param>
    /// <param name="limit">The longest body, in bytes.</param>
    /// <param name="cutsOff">Whether a longer one is cut off there; otherwise it is a <see cref="ResponseTooLongException"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBody> ReadAsync(HttpContent content, int limit, bool cutsOff, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing the buffer.
        var announced = content.Headers.ContentLength is { } bytes ? (int)Math.Min(bytes + 1, LongestFirstRent) : FirstRent;
        var buffer = ArrayPool<byte>.Shared.Rent(announced);
        var length = 0;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                    {
                        return new PooledBody(buffer, length);
                    }

                    length += read;
                    if (length > limit)
                    {
                        return cutsOff ? new PooledBody(buffer, limit) : throw new ResponseTooLongException();
                    }

                    if (length == buffer.Length)
                    {
                        buffer = Grown(buffer);
                    }
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
