namespace Financials.Client.Authentication;

/// <summary>One request to the credential, shared by all who wait for its token.</summary>
/// <param name="claims">What the token has to prove; null for nothing in particular.</param>
internal sealed class TokenRequest(string? claims)
{
    private readonly TaskCompletionSource<CachedToken> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Claims => claims;

    public Task<CachedToken> Token => _result.Task;

    public void Succeed(CachedToken token) => _result.TrySetResult(token);

    public void Fail(FinancialsException failure) => _result.TrySetException(failure);
}
