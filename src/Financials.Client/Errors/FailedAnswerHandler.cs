using Financials.Client.Http;

namespace Financials.Client.Errors;

/// <summary>
/// Reads answers outside 2xx, whatever they hold, before the Kiota runtime sees them. Kiota's own runtime would take a
/// redirect for a success without content, and would hide an error without JSON behind its parser's complaint.
/// </summary>
internal sealed class FailedAnswerHandler(TimeProvider time) : DelegatingHandler
{
    /// <summary>In bytes. No explanation is longer, and a gateway's HTML page need not be read to its end.</summary>
    private const int LongestBody = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var payload = await PayloadAsync(response, cancellationToken).ConfigureAwait(false);
            throw new FailedAnswerException(
                (int)response.StatusCode,
                payload with
                {
                    RequestId = payload.RequestId ?? Header(response, "request-id"),
                    CorrelationId = payload.CorrelationId ?? Header(response, "ms-correlation-x"),
                },
                RetryAfter.Read(response.Headers, time.GetUtcNow()));
        }
    }

    /// <summary>The status is known and matters more than its explanation, so one that breaks off is none.</summary>
    private static async Task<ErrorPayload> PayloadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await PooledBody.ReadAsync(response.Content, cancellationToken, LongestBody).ConfigureAwait(false);
            return ErrorPayload.Read(body.Bytes);
        }
        catch (IOException)
        {
            return default;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
