using System.Net;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>A body as a connection delivers it: in pieces, and perhaps not to its end.</summary>
internal sealed class WireContent : HttpContent
{
    private readonly byte[] _body;
    private readonly int _piece;
    private readonly bool _breaksOff;

    public WireContent(byte[] body, int piece, bool breaksOff, long? announced)
    {
        _body = body.Length > announced ? body[..(int)announced] : body;
        _piece = piece;
        _breaksOff = breaksOff || body.Length < announced;
        if (announced is not null)
        {
            Headers.ContentLength = announced;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        new PieceStream(_body, _piece, _breaksOff).CopyToAsync(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        Task.FromResult<Stream>(new PieceStream(_body, _piece, _breaksOff));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
