using Financials.Client.Configuration;

namespace Financials.Client;

/// <summary>A service to talk to: where it is and which permission its tokens need.</summary>
public sealed class FinancialsService
{
    internal FinancialsService(Uri baseAddress, string scope, ServiceSurface surface = ServiceSurface.Documented, string? tenant = null)
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
        Surface = surface;
        Tenant = tenant;
    }

    /// <summary>The address that ends where <c>/companies</c> begins.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The scope that tokens are requested for.</summary>
    public string Scope { get; }

    /// <summary>The form in which the service shows its data.</summary>
    internal ServiceSurface Surface { get; }

    /// <summary>The tenant that tokens are requested for; null for the credential's own.</summary>
    internal string? Tenant { get; }

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

    /// <summary>
    /// Business Central online, by its API v2.0: <c>https://api.businesscentral.dynamics.com/v2.0/{tenant}/{environment}/api/v2.0</c>.
    /// </summary>
    /// <param name="tenant">
    /// The Microsoft Entra tenant, by its domain or id. Tokens are requested for it, so a credential of another tenant has to be allowed
    /// to, as with <c>AdditionallyAllowedTenants</c>.
    /// </param>
    /// <param name="environment">The name of the environment. Default: <c>production</c>.</param>
    public static FinancialsService BusinessCentral(string tenant, string environment = "production")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(environment);
        return new(
            new Uri($"https://api.businesscentral.dynamics.com/v2.0/{Uri.EscapeDataString(tenant)}/{Uri.EscapeDataString(environment)}/api/v2.0"),
            "https://api.businesscentral.dynamics.com/.default",
            ServiceSurface.BusinessCentral,
            IsTenant(tenant) ? tenant : null);
    }

    /// <summary>Business Central's API v2.0 at an address of your own: on premises, a gateway, a sandbox.</summary>
    /// <param name="baseAddress">The address that ends where <c>/companies</c> begins, as in <c>/api/v2.0</c>; https, or http on loopback.</param>
    /// <param name="scope">The scope to request tokens for.</param>
    public static FinancialsService BusinessCentral(Uri baseAddress, string scope) => new(baseAddress, scope, ServiceSurface.BusinessCentral);

    /// <summary>Whether a text is an address that a token may be sent to.</summary>
    internal static bool CanCarryTokens(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsSecure(uri);

    /// <summary>Whether an address has the scheme, host and port of this service.</summary>
    internal bool IsOriginOf(Uri address) =>
        address.IsAbsoluteUri &&
        address.Scheme == BaseAddress.Scheme && address.Port == BaseAddress.Port &&
        // The two ways to write a host name mean the same; most addresses are written as the configured one, which is compared faster.
        (address.Host == BaseAddress.Host || address.IdnHost == BaseAddress.IdnHost);

    /// <summary>Other names, such as <c>common</c>, stand for whatever tenant the credential belongs to.</summary>
    private static bool IsTenant(string name) => name.Contains('.', StringComparison.Ordinal) || Guid.TryParse(name, out _);

    private static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
