using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Financials.Client.Authentication;

namespace Financials.Client.Transport;

/// <summary>
/// Sends one attempt and reads its response whole. It retries nothing, and sends nothing to another place than the configured
/// service: a token must not leave it, and an anonymous request would only hide the mistake.
/// </summary>
internal sealed class HttpTransport(FinancialsService service, HttpMessageHandler handler, bool ownsHandler, long maxResponseBytes) : IDisposable
{
    /// <summary>In bytes. No explanation of an error is longer, and a gateway's HTML page need not be read to its end.</summary>
    private const int LongestErrorBody = 64 * 1024;

    private static readonly string UserAgent = string.Create(
        CultureInfo.InvariantCulture,
        $"Financials.Client/{typeof(HttpTransport).Assembly.GetName().Version?.ToString(3)} (.NET {Environment.Version})");

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the place that all requests go through.")]
    private readonly HttpMessageInvoker _http = new(handler, ownsHandler);
    private readonly int _maxResponseBytes = (int)maxResponseBytes;

    /// <param name="request">What to send.</param>
    /// <param name="clientRequestId">The id under which the service logs it.</param>
    /// <param name="token">The token that it carries.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="takesReadIntent">Whether its read intent is for this request.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="InvalidOperationException">The request would leave the configured service.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ServiceResponse> SendAsync(
        ServiceRequest request, string clientRequestId, CachedToken token, CallOptions options, bool takesReadIntent, CancellationToken cancellationToken)
    {
        if (!service.IsOriginOf(request.Address))
        {
            throw new InvalidOperationException(
                $"A request to {request.Address.GetLeftPart(UriPartial.Authority)} was not sent: " +
                $"this client is configured for {service.BaseAddress.GetLeftPart(UriPartial.Authority)} only.");
        }

        using var message = Message(request, clientRequestId, token, options, takesReadIntent);
        var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var isSuccess = response.IsSuccessStatusCode;
        try
        {
            var body = await PooledBody.ReadAsync(
                response.Content, isSuccess ? _maxResponseBytes : LongestErrorBody, cutsOff: !isSuccess, cancellationToken).ConfigureAwait(false);
            return new ServiceResponse(response, body, null);
        }
        catch (Exception failure) when (!isSuccess && IsUnreadable(failure))
        {
            // The status is known; what it means without its explanation is for others to judge.
            return new ServiceResponse(response, PooledBody.Empty, failure);
        }
        catch (Exception failure)
        {
            response.Dispose();
            if (IsUnreadable(failure))
            {
                throw new ResponseBodyException(failure);
            }

            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A connection that broke off, or bytes that the decompressor does not understand (gzip and brotli say so differently).</summary>
    private static bool IsUnreadable(Exception failure) =>
        failure is HttpRequestException or IOException or InvalidDataException or InvalidOperationException;

    private static HttpRequestMessage Message(ServiceRequest request, string clientRequestId, CachedToken token, CallOptions options, bool takesReadIntent)
    {
        var message = new HttpRequestMessage(request.Method, request.Address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            Content = Content(request),
        };

        // Not validated: the service's weak ETags have to go back byte for byte.
        var headers = message.Headers;
        headers.TryAddWithoutValidation("Authorization", token.Header);
        headers.TryAddWithoutValidation("Accept", request.Accept);
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation(RequestIds.Header, clientRequestId);
        if (options.Language is { } language)
        {
            headers.TryAddWithoutValidation("Accept-Language", language);
        }

        if (takesReadIntent && options.ReadIntent is { } database)
        {
            headers.TryAddWithoutValidation("Data-Access-Intent", database is ReadIntent.ReadOnly ? "ReadOnly" : "ReadWrite");
        }

        if (request.IfMatch is { } version)
        {
            headers.TryAddWithoutValidation("If-Match", version);
        }

        if (request.IsOneTransaction)
        {
            headers.TryAddWithoutValidation("Isolation", "snapshot");
        }

        if (request.PageSize is { } size)
        {
            headers.TryAddWithoutValidation("Prefer", string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}"));
        }

        if (options.Headers.Count > 0)
        {
            foreach (var (name, value) in options.Headers)
            {
                headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>
    /// Where a connection ends without a response, SocketsHttpHandler sends a request without content again, up to three times
    /// and whatever the verb: an invoice would be posted twice, and nobody would know. It never does that to one that has content.
    /// </summary>
    private static ByteArrayContent? Content(ServiceRequest request)
    {
        if (request.Body is not { } body)
        {
            return request.Method == HttpMethod.Get ? null : new ByteArrayContent([]);
        }

        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        return content;
    }
}
