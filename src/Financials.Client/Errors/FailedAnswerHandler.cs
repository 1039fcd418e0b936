using System.Net.Mime;
using Financials.Client.Http;
using Financials.Client.Resilience;

namespace Financials.Client.Errors;

/// <summary>
/// Reads answers outside 2xx, and web pages that a proxy gives as 200, before the Kiota runtime sees them. Kiota's own would
/// take a redirect for a success without content, and would hide an error without JSON behind its parser's complaint.
/// </summary>
internal sealed class FailedAnswerHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && !IsHtml(response.Content))
        {
            return response;
        }

        using (response)
        {
            var body = await BufferedContent.OfAsync(response, cancellationToken).ConfigureAwait(false);
            var payload = ErrorPayload.Read(body.Bytes);
            throw new FailedAnswerException(
                (int)response.StatusCode,
                payload with
                {
                    RequestId = payload.RequestId ?? Header(response, "request-id"),
                    CorrelationId = payload.CorrelationId ?? Header(response, "ms-correlation-x"),
                },
                RetryAfter.Read(response.Headers, time.GetUtcNow()),
                RequestHistory.Of(request));
        }
    }

    private static bool IsHtml(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Type", out var values) &&
        values.ToString().StartsWith(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
