using Azure.Core;
using Financials.Client.Configuration;

namespace Financials.Client;

/// <summary>
/// Which service a client made by <c>AddFinancialsClient</c> talks to, and how. Give <see cref="Tenant"/>, or <see cref="GraphVersion"/>, or
/// <see cref="BaseAddress"/> and <see cref="Scope"/>.
/// </summary>
public sealed class FinancialsSettings
{
    /// <summary>The tenant whose Business Central online is meant, by its domain or id. Default: null.</summary>
    public string? Tenant { get; set; }

    /// <summary>The environment of <see cref="Tenant"/>. Default: null, for <c>production</c>.</summary>
    public string? Environment { get; set; }

    /// <summary>The Graph version whose documented surface is meant, for example <c>beta</c>. Default: null.</summary>
    public string? GraphVersion { get; set; }

    /// <summary>
    /// The address of a service elsewhere: it ends where <c>/companies</c> begins, and is https, or http on loopback. Default: null.
    /// </summary>
    public string? BaseAddress { get; set; }

    /// <summary>The scope that tokens for <see cref="BaseAddress"/> are requested for. Default: null.</summary>
    public string? Scope { get; set; }

    /// <summary>
    /// What is served at <see cref="BaseAddress"/>: <c>BusinessCentral</c> for Business Central's API v2.0, or <c>Documented</c> for the
    /// documented surface. Default: null, for <c>Documented</c>.
    /// </summary>
    public string? Surface { get; set; }

    /// <inheritdoc cref="FinancialsClientOptions.Language"/>
    public string? Language { get; set; }

    /// <inheritdoc cref="FinancialsClientOptions.ReadIntent"/>
    public ReadIntent? ReadIntent { get; set; }

    /// <summary>How calls are retried, limited and given up.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>Where tokens come from; null for the container's credential, or else <c>DefaultAzureCredential</c>.</summary>
    internal Func<IServiceProvider, TokenCredential>? Credential { get; set; }

    /// <summary>The service that the settings name. They have to be without problems.</summary>
    internal FinancialsService ToService() =>
        Tenant is not null ? (Environment is null ? FinancialsService.BusinessCentral(Tenant) : FinancialsService.BusinessCentral(Tenant, Environment))
        : GraphVersion is not null ? FinancialsService.Graph(GraphVersion)
        : IsSurface(ServiceSurface.BusinessCentral) ? FinancialsService.BusinessCentral(new Uri(BaseAddress!), Scope!)
        : FinancialsService.Documented(new Uri(BaseAddress!), Scope!);

    /// <summary>Every setting that is missing, contradicts another or cannot work, each with what to do about it.</summary>
    /// <param name="section">The path of the configuration section, up to the names of the settings.</param>
    internal IEnumerable<string> Problems(string section)
    {
        var problem = Tenant is not null || Environment is not null ? ProblemOfTenant(section)
            : Surface is not null && GraphVersion is null && BaseAddress is null
                ? $"{section}{nameof(BaseAddress)} is missing: {section}{nameof(Surface)} says what is served there"
            : ProblemOfOthers(section);
        string[] problems = [.. new[] { problem, ProblemOfSurface(section), ProblemOfLanguage(section) }.OfType<string>()];
        return problems.Concat(Resilience.Problems().Select(of => $"{section}{nameof(Resilience)}:{of}"));
    }

    private bool IsSurface(ServiceSurface surface) => string.Equals(Surface, surface.ToString(), StringComparison.OrdinalIgnoreCase);

    private string? ProblemOfSurface(string section) =>
        Surface is null || IsSurface(ServiceSurface.BusinessCentral) || IsSurface(ServiceSurface.Documented)
            ? null
            : $"{section}{nameof(Surface)} has to be {ServiceSurface.BusinessCentral} or {ServiceSurface.Documented}";

    private string? ProblemOfLanguage(string section) =>
        Language is null || FinancialsClientOptions.IsLanguage(Language) ? null : $"{section}{nameof(Language)} has to be a language tag such as de-DE";

    private string? ProblemOfTenant(string section)
    {
        var (tenant, environment) = ($"{section}{nameof(Tenant)}", $"{section}{nameof(Environment)}");
        var other = GraphVersion is not null ? nameof(GraphVersion) : BaseAddress is not null ? nameof(BaseAddress) : Scope is not null ? nameof(Scope) : Surface is not null ? nameof(Surface) : null;
        return Tenant is null ? $"{tenant} is missing: {environment} is of no use without it"
            : other is not null ? $"{tenant} contradicts {section}{other}: keep {tenant} for Business Central online, and leave {section}{other} out"
            : string.IsNullOrWhiteSpace(Tenant) ? $"{tenant} is blank: give a domain or an id"
            : Environment is not null && string.IsNullOrWhiteSpace(Environment) ? $"{environment} is blank: give a name, or leave it out for production"
            : null;
    }

    private string? ProblemOfOthers(string section)
    {
        var (graph, address, scope) = ($"{section}{nameof(GraphVersion)}", $"{section}{nameof(BaseAddress)}", $"{section}{nameof(Scope)}");
        return (GraphVersion, BaseAddress, Scope) switch
        {
            (null, null, null) =>
                $"{section}{nameof(Tenant)} is missing: give it for Business Central online, {graph} for Microsoft Graph, or {address} and {scope} for another address",
            (null, null, _) => $"{address} is missing: {scope} is of no use without it",
            (null, _, null) => $"{scope} is missing: tokens for {address} need one",
            (null, _, _) when string.IsNullOrWhiteSpace(Scope) => $"{scope} is blank: tokens for {address} need one",
            (null, _, _) when !FinancialsService.CanCarryTokens(BaseAddress) =>
                $"{address} has to be an absolute https address; http is for loopback addresses only",
            (null, _, _) => null,
            (_, null, null) when Surface is not null => $"{graph} contradicts {section}{nameof(Surface)}: leave {section}{nameof(Surface)} out for Microsoft Graph",
            (_, null, null) => GraphVersion is "beta" or "v1.0" ? null
                : string.IsNullOrWhiteSpace(GraphVersion) ? $"{graph} is blank: give a version, for example beta"
                : $"{graph} has to be beta or v1.0, and only beta has these resources",
            _ => $"{graph} contradicts {(BaseAddress is null ? scope : address)}: keep {graph} for Microsoft Graph, or {address} and {scope} for another address",
        };
    }
}
