using System.Net;

namespace Financials.Client.Tests.Support;

/// <summary>An answer that knows whether it, and its body, have been disposed: one that has not holds on to its connection.</summary>
internal sealed class TrackedResponse : HttpResponseMessage
{
    private readonly TrackedContent _body;

    public TrackedResponse(HttpStatusCode status, HttpContent body)
        : base(status)
    {
        _body = new TrackedContent(body);
        Content = _body;
    }

    public bool IsDisposed { get; private set; }

    public bool BodyIsDisposed => _body.IsDisposed;

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private sealed class TrackedContent : HttpContent
    {
        private readonly HttpContent _inner;

        public TrackedContent(HttpContent inner)
        {
            _inner = inner;
            foreach (var (name, values) in inner.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => _inner.ReadAsStreamAsync();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
