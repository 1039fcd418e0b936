using Azure.Core;

namespace Financials.Client;

/// <summary>
/// Which service a client made by <c>AddFinancialsClient</c> talks to, and how. Give either <see cref="GraphVersion"/>, or
/// <see cref="BaseAddress"/> and <see cref="Scope"/>.
/// </summary>
public sealed class FinancialsSettings
{
    /// <summary>The Graph version whose documented surface is meant, for example <c>beta</c>. Default: null.</summary>
    public string? GraphVersion { get; set; }

    /// <summary>
    /// The address of the documented surface elsewhere: it ends where <c>/companies</c> begins, and is https, or http on
    /// loopback. Default: null.
    /// </summary>
    public string? BaseAddress { get; set; }

    /// <summary>The scope that tokens for <see cref="BaseAddress"/> are requested for. Default: null.</summary>
    public string? Scope { get; set; }

    /// <summary>How requests are repeated, limited and given up.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>Where tokens come from; null for the container's credential, or else <c>DefaultAzureCredential</c>.</summary>
    internal Func<IServiceProvider, TokenCredential>? Credential { get; set; }

    /// <summary>The service that the settings name. They have to be without problems.</summary>
    internal FinancialsService ToService() => GraphVersion is not null
        ? FinancialsService.Graph(GraphVersion)
        : FinancialsService.Documented(new Uri(BaseAddress!), Scope!);

    /// <summary>Every setting that is missing, contradicts another or cannot work, each with what to do about it.</summary>
    /// <param name="section">The path of the configuration section, up to the names of the settings.</param>
    internal IEnumerable<string> Problems(string section)
    {
        var (graph, address, scope) = ($"{section}{nameof(GraphVersion)}", $"{section}{nameof(BaseAddress)}", $"{section}{nameof(Scope)}");
        var problem = (GraphVersion, BaseAddress, Scope) switch
        {
            (null, null, null) => $"{graph} is missing: give it for Microsoft Graph, or {address} and {scope} for another address",
            (null, null, _) => $"{address} is missing: {scope} is of no use without it",
            (null, _, null) => $"{scope} is missing: tokens for {address} need one",
            (null, _, _) when string.IsNullOrWhiteSpace(Scope) => $"{scope} is blank: tokens for {address} need one",
            (null, _, _) when !FinancialsService.CanCarryTokens(BaseAddress) =>
                $"{address} has to be an absolute https address; http is for loopback addresses only",
            (null, _, _) => null,
            (_, null, null) => string.IsNullOrWhiteSpace(GraphVersion) ? $"{graph} is blank: give a version, for example beta" : null,
            _ => $"{graph} contradicts {(BaseAddress is null ? scope : address)}: keep {graph} for Microsoft Graph, or {address} and {scope} for another address",
        };
        var ofResilience = Resilience.Problems().Select(of => $"{section}{nameof(Resilience)}:{of}");
        return problem is null ? ofResilience : ofResilience.Prepend(problem);
    }
}
