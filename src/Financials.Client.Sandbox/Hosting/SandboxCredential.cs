using System.Globalization;
using Azure.Core;

namespace Financials.Client.Sandbox.Hosting;

/// <summary>
/// Gives another token whenever it is asked, as a real credential does after a refusal: a client does not send a refused token
/// a second time.
/// </summary>
/// <param name="token">What all tokens begin with.</param>
/// <param name="time">The clock.</param>
internal sealed class SandboxCredential(string token, TimeProvider time) : TokenCredential
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private int _count;

    /// <summary>Whether a header carries the token itself, or one that this credential gives.</summary>
    public bool Accepts(string? authorization) =>
        authorization?.Split(' ') is [var scheme, var sent]
        && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && (sent == token || (sent.StartsWith(token + ".", StringComparison.Ordinal) && int.TryParse(sent.AsSpan(token.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)));

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(
        string.Create(CultureInfo.InvariantCulture, $"{token}.{Interlocked.Increment(ref _count)}"), time.GetUtcNow() + Lifetime);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
