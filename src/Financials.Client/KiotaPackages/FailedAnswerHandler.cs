using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.KiotaPackages;

/// <summary>
/// Brings answers outside 2xx into the form in which Kiota's adapter reports them. By itself it takes a redirect for a
/// success without content, and hides the status of an error without JSON behind its parser's complaint.
/// </summary>
internal sealed class FailedAnswerHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            response.Dispose();
            throw new ApiException { ResponseStatusCode = status };
        }

        if (status >= 400 && !await IsJsonAsync(response.Content, cancellationToken).ConfigureAwait(false))
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
            using var document = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
