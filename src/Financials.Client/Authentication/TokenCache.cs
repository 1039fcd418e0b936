using Azure.Core;
using Financials.Client.Telemetry;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Authentication;

/// <summary>
/// The token of one client. A valid one is handed out without a lock; shortly before it ends one caller starts its renewal
/// and nobody waits; when there is none, all callers wait for one request to the credential.
/// </summary>
internal sealed class TokenCache(FinancialsService service, TokenCredential credential, TimeProvider time, ILogger log)
{
    /// <summary>How long a failed renewal of a token that is still valid is left alone.</summary>
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(30);

    private readonly string[] _scopes = [service.Scope];
    private readonly object _gate = new();
    private CachedToken? _current;
    private Task<CachedToken>? _request;
    private DateTimeOffset _nextRenewal = DateTimeOffset.MinValue;

    public ValueTask<CachedToken> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var current = Volatile.Read(ref _current);
        if (current is null || now >= current.ExpiresOn)
        {
            return new(Request(claims: null).WaitAsync(cancellationToken));
        }

        if (now >= current.RenewFrom)
        {
            RenewAhead(now);
        }

        return new(current);
    }

    /// <summary>A token that satisfies a claims challenge; later callers get it too.</summary>
    public Task<CachedToken> GetAsync(string claims, CancellationToken cancellationToken) =>
        Request(claims).WaitAsync(cancellationToken);

    /// <summary>Forgets a token that the service refused, unless another one has taken its place meanwhile.</summary>
    public void Invalidate(CachedToken refused) => Interlocked.CompareExchange(ref _current, null, refused);

    private void RenewAhead(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_request is not null || now < _nextRenewal)
            {
                return;
            }

            _nextRenewal = now + RenewalPause;
        }

        // A failure is met again, and reported, by the first caller who finds the token expired.
        _ = Request(claims: null).ContinueWith(static ended => ended.Exception, TaskScheduler.Default);
    }

    /// <summary>The request under way, or a new one. It belongs to no caller, so none can cancel it for the others.</summary>
    private Task<CachedToken> Request(string? claims)
    {
        TaskCompletionSource<CachedToken> result;
        lock (_gate)
        {
            if (_request is not null && claims is null)
            {
                return _request;
            }

            result = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _request = result.Task;
        }

        // On a thread of its own: a credential may work for seconds before its first await, and the caller's context may be one
        // that somebody blocks.
        _ = Task.Run(() => CompleteAsync(result, claims), CancellationToken.None);
        return result.Task;
    }

    private async Task CompleteAsync(TaskCompletionSource<CachedToken> result, string? claims)
    {
        try
        {
            var context = new TokenRequestContext(_scopes, claims: claims, tenantId: service.Tenant, isCaeEnabled: true);
            var token = await credential.GetTokenAsync(context, CancellationToken.None).ConfigureAwait(false);
            var fresh = new CachedToken(token, time.GetUtcNow());
            Volatile.Write(ref _current, fresh);
            log.TokenObtained(credential.GetType().Name, fresh.ExpiresOn);
            Release(result.Task);
            result.SetResult(fresh);
        }
        catch (Exception failure)
        {
            log.TokenFailed(credential.GetType().Name, failure.GetType().Name);
            Release(result.Task);
            result.SetException(TokenFailure.From(failure, credential, service));
        }
    }

    private void Release(Task<CachedToken> request)
    {
        lock (_gate)
        {
            if (_request == request)
            {
                _request = null;
            }
        }
    }
}
