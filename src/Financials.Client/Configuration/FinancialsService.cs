namespace Financials.Client;

/// <summary>A service to talk to: where it is and which permission its tokens need.</summary>
public sealed class FinancialsService
{
    internal FinancialsService(Uri baseAddress, string scope)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        if (!baseAddress.IsAbsoluteUri || !IsSecure(baseAddress))
        {
            throw new ArgumentException(
                $"'{baseAddress}' cannot carry a bearer token. Give an absolute https address; http is for loopback addresses only.",
                nameof(baseAddress));
        }

        BaseAddress = baseAddress;
        Scope = scope;
    }

    /// <summary>The address that ends where <c>/companies</c> begins.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The scope that tokens are requested for.</summary>
    public string Scope { get; }

    /// <summary>The documented surface in Microsoft Graph, <c>https://graph.microsoft.com/{version}/financials</c>.</summary>
    /// <param name="version">
    /// The Graph version. The default, <c>beta</c>, is the one whose metadata has these resources.
    /// </param>
    public static FinancialsService Graph(string version = "beta")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new(
            new Uri($"https://graph.microsoft.com/{Uri.EscapeDataString(version)}/financials"),
            "https://graph.microsoft.com/.default");
    }

    /// <summary>The documented surface at an address of your own: a gateway, a sandbox, a test server.</summary>
    /// <param name="baseAddress">The address that ends where <c>/companies</c> begins; https, or http on loopback.</param>
    /// <param name="scope">The scope to request tokens for.</param>
    public static FinancialsService Documented(Uri baseAddress, string scope) => new(baseAddress, scope);

    /// <summary>Whether a text is an address that a token may be sent to.</summary>
    internal static bool CanCarryTokens(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsSecure(uri);

    /// <summary>Whether an address has the scheme, host and port of this service.</summary>
    internal bool IsOriginOf(Uri address) =>
        address.IsAbsoluteUri &&
        address.Scheme == BaseAddress.Scheme && address.Port == BaseAddress.Port &&
        // The two ways to write a host name mean the same; most addresses are written as the configured one, which is compared faster.
        (address.Host == BaseAddress.Host || address.IdnHost == BaseAddress.IdnHost);

    private static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
