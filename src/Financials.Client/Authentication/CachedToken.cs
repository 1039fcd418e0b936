using System.Net.Http.Headers;
using Azure.Core;

namespace Financials.Client.Authentication;

/// <summary>A token with the times that matter, and its header, made once for all requests that carry it.</summary>
internal sealed class CachedToken
{
    /// <summary>How long before its end a token is renewed where the credential does not say. Five minutes outlast any renewal.</summary>
    private static readonly TimeSpan RenewalLead = TimeSpan.FromMinutes(5);

    public CachedToken(AccessToken token, DateTimeOffset now)
    {
        Header = new AuthenticationHeaderValue("Bearer", token.Token);
        ExpiresOn = token.ExpiresOn;

        // A token that lives for less than the lead twice over is renewed at half its life, not at once.
        var lead = TimeSpan.FromTicks(Math.Min(RenewalLead.Ticks, Math.Max(0, (ExpiresOn - now).Ticks / 2)));
        RenewFrom = token.RefreshOn ?? ExpiresOn - lead;
    }

    public AuthenticationHeaderValue Header { get; }

    public DateTimeOffset ExpiresOn { get; }

    public DateTimeOffset RenewFrom { get; }
}
