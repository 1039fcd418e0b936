using System.Net;

namespace Financials.Client.Benchmarks;

/// <summary>
/// The service without a network. It completes later and on another thread, as a socket does, copies the request's body out, and
/// responds with a stream whose length is announced. For one request at a time.
/// </summary>
internal sealed class InMemoryService : HttpMessageHandler
{
    private readonly MemoryStream _sent = new();
    private readonly byte[] _created = SampleData.Created();
    private readonly byte[] _createdPayment = SampleData.CreatedPayment();

    // Made when it is first asked for: a page is large, and the start of a process is measured too.
    private SamplePages? _pages;

    /// <summary>The body of the latest request.</summary>
    public byte[] Sent => _sent.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        _sent.SetLength(0);
        if (request.Content is { } body)
        {
            await body.CopyToAsync(_sent, cancellationToken);
        }

        var (status, bytes) = ResponseTo(request);
        var content = new StreamContent(new MemoryStream(bytes, writable: false));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.ContentLength = bytes.Length;
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }

    private (HttpStatusCode Status, byte[] Body) ResponseTo(HttpRequestMessage request)
    {
        // The text that the address was made from, because asking for its parts would allocate.
        var address = request.RequestUri!.OriginalString;
        if (request.Method == HttpMethod.Post)
        {
            var isPayment = address.EndsWith("customerPayments", StringComparison.Ordinal);
            return (HttpStatusCode.Created, isPayment ? _createdPayment : _created);
        }

        return address.EndsWith(SampleData.CustomerPath, StringComparison.Ordinal)
            ? (HttpStatusCode.OK, _created)
            : (HttpStatusCode.OK, (_pages ??= new()).Of(address));
    }
}
