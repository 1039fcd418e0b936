using Azure.Core;

namespace Financials.Client.Tests.Support;

/// <summary>A credential that records what it is asked for and answers as the test says.</summary>
/// <param name="answer">What to answer; it gets the number of the request, from 1.</param>
internal sealed class ScriptedCredential(Func<int, ValueTask<AccessToken>> answer) : TokenCredential
{
    private readonly object _gate = new();
    private readonly List<TokenRequestContext> _requests = [];

    /// <summary>A credential whose tokens are <c>token-1</c>, <c>token-2</c> and so on, and never expire.</summary>
    public ScriptedCredential()
        : this(number => new(new AccessToken($"token-{number}", DateTimeOffset.MaxValue)))
    {
    }

    public IReadOnlyList<TokenRequestContext> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new AssertionException("The client is asynchronous throughout.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        int number;
        lock (_gate)
        {
            _requests.Add(requestContext);
            number = _requests.Count;
        }

        return answer(number);
    }
}
