using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Financials.Client.DependencyInjection;

/// <summary>Names everything that is wrong with a client's settings at once, by the keys that a person would change.</summary>
/// <param name="client">The name of the client's settings.</param>
/// <param name="configuration">Where the settings come from; null where code sets them.</param>
internal sealed class FinancialsSettingsValidator(string client, IConfiguration? configuration) : IValidateOptions<FinancialsSettings>
{
    private static readonly string[] Known =
    [
        nameof(FinancialsSettings.Tenant),
        nameof(FinancialsSettings.Environment),
        nameof(FinancialsSettings.GraphVersion),
        nameof(FinancialsSettings.BaseAddress),
        nameof(FinancialsSettings.Scope),
        nameof(FinancialsSettings.Surface),
        nameof(FinancialsSettings.Language),
        nameof(FinancialsSettings.ReadIntent),
        nameof(FinancialsSettings.Resilience),
    ];

    private static readonly string[] KnownOfResilience =
    [
        nameof(ResilienceOptions.TotalTimeout),
        nameof(ResilienceOptions.AttemptTimeout),
        nameof(ResilienceOptions.MaxRetries),
        nameof(ResilienceOptions.BaseDelay),
        nameof(ResilienceOptions.MaxDelay),
        nameof(ResilienceOptions.MaxConcurrentRequests),
        nameof(ResilienceOptions.MaxBatchSize),
    ];

    public string Client => client;

    public ValidateOptionsResult Validate(string? name, FinancialsSettings options)
    {
        if (name != client)
        {
            return ValidateOptionsResult.Skip;
        }

        var section = configuration is IConfigurationSection { Path: var path } ? $"{path}:" : "";
        string[] problems = [.. Unknown(section), .. options.Problems(section)];
        return problems.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The Financials client cannot work with these settings. {string.Join(". ", problems)}.");
    }

    /// <summary>A misspelt key would otherwise be a setting that silently does nothing.</summary>
    private IEnumerable<string> Unknown(string section) =>
        configuration is null
            ? []
            : [.. Unknown(configuration, section, Known), .. Unknown(configuration.GetSection(nameof(FinancialsSettings.Resilience)), $"{section}Resilience:", KnownOfResilience)];

    private static IEnumerable<string> Unknown(IConfiguration settings, string section, string[] known) =>
        settings.GetChildren()
            .Where(setting => !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .Select(setting => $"{section}{setting.Key} is not a setting; there are {string.Join(", ", known)}");
}
