using Azure.Core;

namespace Financials.Client.Authentication;

/// <summary>A token with the times that matter, and its header, made once for all requests that carry it.</summary>
internal sealed class CachedToken
{
    /// <summary>How long before its end a token is renewed where the credential does not say. Five minutes outlast any renewal.</summary>
    private static readonly TimeSpan RenewalLead = TimeSpan.FromMinutes(5);

    public CachedToken(AccessToken token, DateTimeOffset now)
    {
        Text = token.Token;
        Header = $"Bearer {token.Token}";
        ExpiresOn = token.ExpiresOn;

        // A token that lives for less than the lead twice over is renewed at half its life, not at once.
        var lead = TimeSpan.FromTicks(Math.Min(RenewalLead.Ticks, (ExpiresOn - now).Ticks / 2));
        RenewFrom = token.RefreshOn ?? ExpiresOn - lead;
    }

    /// <summary>The token itself, to be kept out of every text.</summary>
    public string Text { get; }

    /// <summary>The value of the <c>Authorization</c> header.</summary>
    public string Header { get; }

    public DateTimeOffset ExpiresOn { get; }

    public DateTimeOffset RenewFrom { get; }

    /// <summary>Whether a text can be a token: not blank, and nothing that would end a header.</summary>
    public static bool IsToken(string? token) => !string.IsNullOrEmpty(token) && !token.AsSpan().ContainsAnyExceptInRange('!', '~');
}
