using System.Net.Mime;
using System.Text;

namespace Financials.Client.KiotaPackages;

/// <summary>
/// Gives error answers that are not JSON an empty JSON body. Kiota's adapter would otherwise fail to parse them and hide
/// the status behind the parser's complaint.
/// </summary>
internal sealed class UnreadableErrorHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode && !await IsJsonAsync(response.Content, cancellationToken).ConfigureAwait(false))
        {
            response.Content.Dispose();
            response.Content = new StringContent("{}", Encoding.UTF8, MediaTypeNames.Application.Json);
        }

        return response;
    }

    private static async Task<bool> IsJsonAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType != MediaTypeNames.Application.Json)
        {
            return false;
        }

        try
        {
            // Buffers the content, so the adapter reads it once more from memory.
            var body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            using var document = System.Text.Json.JsonDocument.Parse(body);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
