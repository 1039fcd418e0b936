using System.Collections.Concurrent;
using Azure.Core;

namespace Financials.Client.ContractTests.Faults;

/// <summary>Gives <c>token</c> first, <c>token-2</c> next, and so on, and keeps the claims that it was asked for.</summary>
internal sealed class RecordingCredential : TokenCredential
{
    private readonly ConcurrentQueue<string?> _claims = new();

    public IReadOnlyCollection<string?> Claims => _claims;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        _claims.Enqueue(requestContext.Claims);
        return new(_claims.Count == 1 ? "token" : $"token-{_claims.Count}", DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
