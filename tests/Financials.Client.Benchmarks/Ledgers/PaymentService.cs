using System.Globalization;
using System.Net;
using System.Text;

namespace Financials.Client.Benchmarks.Ledgers;

/// <summary>
/// A journal without a network, which keeps nothing: it completes later and on another thread, as a socket does, and responds to a payment
/// with what was sent and an id. Thread-safe.
/// </summary>
internal sealed class PaymentService : HttpMessageHandler
{
    private static readonly byte[] NoItems = """{"value":[]}"""u8.ToArray();

    private int _created;

    public int Created => _created;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var isCreate = request.Method == HttpMethod.Post;
        var body = isCreate ? await StoredAsync(request.Content!, cancellationToken) : NoItems;
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(isCreate ? HttpStatusCode.Created : HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }

    private async Task<byte[]> StoredAsync(HttpContent sent, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _created);
        var body = await sent.ReadAsByteArrayAsync(cancellationToken);
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"@odata.etag":"W/\"1\"","id":"52a499d6-99d6-52a4-d699-{{number:x12}}","""));
        return [.. head, .. body.AsSpan(1)];
    }
}
