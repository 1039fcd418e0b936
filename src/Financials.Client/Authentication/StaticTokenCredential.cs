using Azure.Core;
using Financials.Client.Authentication;

namespace Financials.Client;

/// <summary>
/// A credential that always gives the same bearer token: for test servers, and for a token that something else obtained and
/// renews. For a real service use a credential of Azure.Identity, which renews its tokens itself.
/// </summary>
/// <param name="token">The token, without the word <c>Bearer</c>.</param>
public sealed class StaticTokenCredential(string token) : TokenCredential
{
    private readonly AccessToken _token = new(
        CachedToken.IsToken(token)
            ? token
            : throw new ArgumentException("The token is blank or holds a space or a line break. Trim it.", nameof(token)),
        DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => _token;

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(_token);
}
