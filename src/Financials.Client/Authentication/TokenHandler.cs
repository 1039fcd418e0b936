using System.Net;
using Financials.Client.Resilience;
using Financials.Client.Telemetry;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Authentication;

/// <summary>
/// Adds the bearer token to requests that go to the configured service, and refuses to send anything anywhere else: a
/// token must not leave its service, and an anonymous request would only hide the mistake. A token that the service refuses
/// is replaced once.
/// </summary>
internal sealed class TokenHandler(FinancialsService service, TokenCache tokens, ILogger log) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri;
        if (target is null || !service.IsOriginOf(target))
        {
            throw new InvalidOperationException(
                $"A request to {target?.GetLeftPart(UriPartial.Authority)} was not sent: " +
                $"this client is configured for {service.BaseAddress.GetLeftPart(UriPartial.Authority)} only.");
        }

        var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        var history = RequestHistory.Of(request);
        history.Attempts++;
        request.Headers.Authorization = token.Header;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        // A refused token means that nothing was executed, so any request may be sent again, once.
        var next = await ReplaceAsync(token, response, cancellationToken).ConfigureAwait(false);
        if (next.Header.Equals(token.Header))
        {
            return response;
        }

        response.Dispose();
        history.Attempts++;
        request.Headers.Authorization = next.Header;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<CachedToken> ReplaceAsync(CachedToken refused, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        log.TokenRefused();
        tokens.Invalidate(refused);
        var claims = ClaimsChallenge.Read(response.Headers);
        try
        {
            return claims is null
                ? await tokens.GetAsync(cancellationToken).ConfigureAwait(false)
                : await tokens.GetAsync(claims, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
