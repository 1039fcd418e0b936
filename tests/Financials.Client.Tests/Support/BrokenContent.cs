using System.Net;

namespace Financials.Client.Tests.Support;

/// <summary>A body whose connection is lost after its first bytes.</summary>
internal sealed class BrokenContent(string beginning) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw Lost();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(System.Text.Encoding.UTF8.GetBytes(beginning)));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static HttpIOException Lost() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.");

    private sealed class BrokenStream(byte[] beginning) : MemoryStream(beginning)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw Lost();

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw Lost();
    }
}
