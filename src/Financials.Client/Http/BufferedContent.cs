using System.Net;

namespace Financials.Client.Http;

/// <summary>An answer's body that has been read whole, in a rented buffer that goes back when the answer is disposed.</summary>
internal sealed class BufferedContent(PooledBody body) : HttpContent
{
    /// <summary>In bytes. No explanation of an error is longer, and a gateway's HTML page need not be read to its end.</summary>
    private const int LongestErrorBody = 64 * 1024;

    private PooledBody _body = body;

    public ReadOnlySpan<byte> Bytes => _body.Memory.Span;

    /// <summary>The answer's body, read now if it has not been before; it takes the place of the one on the connection.</summary>
    public static async ValueTask<BufferedContent> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content;
        if (content is BufferedContent alreadyRead)
        {
            return alreadyRead;
        }

        var buffered = new BufferedContent(await ReadAsync(response, cancellationToken).ConfigureAwait(false));
        if (content.Headers.NonValidated.TryGetValues("Content-Type", out var type))
        {
            buffered.Headers.TryAddWithoutValidation("Content-Type", type.ToString());
        }

        response.Content = buffered;
        content.Dispose();
        return buffered;
    }

    private static async ValueTask<PooledBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return await PooledBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await PooledBody.ReadAsync(response.Content, cancellationToken, LongestErrorBody).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The status is known and matters more than its explanation, so one that breaks off is none.
            return PooledBody.Empty;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_body.Memory).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Memory.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
