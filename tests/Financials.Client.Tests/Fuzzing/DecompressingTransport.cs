using System.IO.Compression;
using System.Net;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>
/// Decompresses as <see cref="SocketsHttpHandler"/> does: lazily, so that what cannot be decompressed fails only while the body
/// is read, and with the exceptions of the compression streams.
/// </summary>
internal sealed class DecompressingTransport(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        Func<Stream, Stream>? decompress = response.Content.Headers.ContentEncoding.LastOrDefault()?.ToUpperInvariant() switch
        {
            "GZIP" => static stream => new GZipStream(stream, CompressionMode.Decompress),
            "DEFLATE" => static stream => new ZLibStream(stream, CompressionMode.Decompress),
            "BR" => static stream => new BrotliStream(stream, CompressionMode.Decompress),
            _ => null,
        };
        if (decompress is not null)
        {
            response.Content = new DecompressedContent(response.Content, decompress);
        }

        return response;
    }

    private sealed class DecompressedContent : HttpContent
    {
        private readonly HttpContent _compressed;
        private readonly Func<Stream, Stream> _decompress;

        public DecompressedContent(HttpContent compressed, Func<Stream, Stream> decompress)
        {
            _compressed = compressed;
            _decompress = decompress;
            foreach (var (name, values) in compressed.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }

            Headers.ContentLength = null;
            var encodings = compressed.Headers.ContentEncoding.SkipLast(1).ToList();
            Headers.ContentEncoding.Clear();
            encodings.ForEach(Headers.ContentEncoding.Add);
        }

        protected override async Task<Stream> CreateContentReadStreamAsync() =>
            _decompress(await _compressed.ReadAsStreamAsync());

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await using var decompressed = await CreateContentReadStreamAsync();
            await decompressed.CopyToAsync(stream);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _compressed.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
