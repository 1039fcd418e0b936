using System.Net;

namespace Financials.Client.Benchmarks;

/// <summary>
/// A transport without a network. It copies the request's body out, as a real one does, and answers every request with the
/// same bytes, as a stream whose length is announced.
/// </summary>
internal sealed class InMemoryTransport(HttpStatusCode status, byte[] answer) : HttpMessageHandler
{
    private readonly MemoryStream _sent = new();

    /// <summary>The body of the latest request.</summary>
    public byte[] Sent => _sent.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent.SetLength(0);
        if (request.Content is { } body)
        {
            await body.CopyToAsync(_sent, cancellationToken);
        }

        var content = new StreamContent(new MemoryStream(answer, writable: false));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.ContentLength = answer.Length;
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }
}
