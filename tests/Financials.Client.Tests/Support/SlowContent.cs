using System.Net;

namespace Financials.Client.Tests.Support;

/// <summary>A body that is not there yet.</summary>
internal sealed class SlowContent(Task<byte[]> body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        await stream.WriteAsync(await body.ConfigureAwait(false)).ConfigureAwait(false);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
