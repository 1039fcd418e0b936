using Azure.Core;
using Financials.Client.Telemetry;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Authentication;

/// <summary>
/// The token of one client. A valid one is handed out without a lock; shortly before it ends one caller starts its renewal
/// and nobody waits; when there is none, all callers wait for one request to the credential.
/// </summary>
/// <param name="service">The service that tokens are for.</param>
/// <param name="credential">Where tokens come from.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where it is told that a token was had, or not.</param>
/// <param name="patience">How long the credential may take; after that it is asked anew.</param>
internal sealed class TokenCache(FinancialsService service, TokenCredential credential, TimeProvider time, ILogger log, TimeSpan patience)
{
    /// <summary>How long a renewal of a token that is still valid is left alone, in flight or failed.</summary>
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(30);

    private readonly string[] _scopes = [service.Scope];
    private readonly object _gate = new();
    private CachedToken? _current;
    private TokenRequest? _request;
    private string? _claims;
    private DateTimeOffset _nextRenewal = DateTimeOffset.MinValue;

    public ValueTask<CachedToken> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var current = Volatile.Read(ref _current);
        if (current is null || now >= current.ExpiresOn)
        {
            return new(Request().Token.WaitAsync(cancellationToken));
        }

        if (now >= current.RenewFrom)
        {
            RenewAhead(now);
        }

        return new(current);
    }

    /// <summary>
    /// Forgets a token that the service refused, unless another one has taken its place meanwhile. The next one is requested with
    /// the claims that the service asked for.
    /// </summary>
    /// <param name="refused">The token.</param>
    /// <param name="claims">What a token has to prove; null where the service did not say.</param>
    public void Reject(CachedToken refused, string? claims)
    {
        lock (_gate)
        {
            if (_current is not null && _current != refused)
            {
                return;
            }

            _current = null;
            _claims = claims ?? _claims;
        }

        log.TokenRefused();
    }

    private void RenewAhead(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now < _nextRenewal)
            {
                return;
            }

            _nextRenewal = now + RenewalPause;
        }

        // A failure is met again, and reported, by the first caller who finds the token expired.
        _ = Request().Token.ContinueWith(static ended => ended.Exception, TaskScheduler.Default);
    }

    /// <summary>The request in flight, or a new one. It belongs to no caller, so none can cancel it for the others.</summary>
    private TokenRequest Request()
    {
        TokenRequest request;
        lock (_gate)
        {
            // One that began before the service asked for claims will not satisfy them.
            if (_request is not null && _request.Claims == _claims)
            {
                return _request;
            }

            request = _request = new TokenRequest(_claims);
        }

        _ = CompleteAsync(request);
        return request;
    }

    private async Task CompleteAsync(TokenRequest request)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        try
        {
            var context = new TokenRequestContext(_scopes, claims: request.Claims, tenantId: service.Tenant, isCaeEnabled: true);

            // On a thread of its own: a credential may work for seconds before its first await, or never come back, and the caller's
            // context may be one that somebody blocks.
            var token = await Task.Run(() => credential.GetTokenAsync(context, timeout.Token).AsTask(), CancellationToken.None)
                .WaitAsync(timeout.Token).ConfigureAwait(false);
            if (CachedToken.IsToken(token.Token))
            {
                var fresh = new CachedToken(token, time.GetUtcNow());
                log.TokenObtained(credential.GetType().Name, fresh.ExpiresOn);
                End(request, fresh);
                request.Succeed(fresh);
            }
            else
            {
                Fail(request, "no token", TokenFailures.Unusable(credential, service));
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Fail(request, "timeout", TokenFailures.TimedOut(credential, service, patience));
        }
        catch (Exception failure)
        {
            Fail(request, failure.GetType().Name, TokenFailures.Refused(failure, credential, service));
        }
    }

    private void Fail(TokenRequest request, string reason, FinancialsException failure)
    {
        log.TokenFailed(credential.GetType().Name, reason);
        End(request, null);
        request.Fail(failure);
    }

    /// <summary>Keeps the token, unless the service has asked for more since, or a later request has taken over.</summary>
    private void End(TokenRequest request, CachedToken? token)
    {
        lock (_gate)
        {
            if (_request != request)
            {
                return;
            }

            _request = null;
            if (token is not null && request.Claims == _claims)
            {
                _claims = null;
                Volatile.Write(ref _current, token);
            }
        }
    }
}
