using System.Net.Http.Headers;
using Azure.Core;

namespace Financials.Client.Authentication;

/// <summary>
/// Adds the bearer token to requests that go to the configured service, and refuses to send anything anywhere else: a
/// token must not leave its service, and an anonymous request would only hide the mistake.
/// </summary>
internal sealed class TokenHandler(FinancialsService service, TokenCredential credential) : DelegatingHandler
{
    private readonly TokenRequestContext _context = new([service.Scope]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } target || !service.IsOriginOf(target))
        {
            throw new InvalidOperationException(
                $"A request to {request.RequestUri?.GetLeftPart(UriPartial.Authority)} was not sent: " +
                $"this client is configured for {service.BaseAddress.GetLeftPart(UriPartial.Authority)} only.");
        }

        var token = await credential.GetTokenAsync(_context, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
