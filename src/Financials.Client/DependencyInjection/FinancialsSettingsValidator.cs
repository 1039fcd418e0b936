using System.Globalization;
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

    private static readonly string[] Times =
    [
        nameof(ResilienceOptions.TotalTimeout),
        nameof(ResilienceOptions.AttemptTimeout),
        nameof(ResilienceOptions.BaseDelay),
        nameof(ResilienceOptions.MaxDelay),
    ];

    private static readonly string[] Counts =
    [
        nameof(ResilienceOptions.MaxRetries),
        nameof(ResilienceOptions.MaxConcurrentRequests),
        nameof(ResilienceOptions.MaxBatchSize),
    ];

    private static readonly string[] KnownOfResilience = [.. Times, .. Counts];

    public string Client => client;

    private string Section => configuration is IConfigurationSection { Path: var path } ? $"{path}:" : "";

    /// <summary>Before the configuration is read into the settings: what cannot be read gets a text there that does not say what form it should have.</summary>
    public void CheckForms()
    {
        string[] unreadable = [.. Unreadable()];
        if (unreadable.Length > 0)
        {
            throw new OptionsValidationException(client, typeof(FinancialsSettings), [Text([.. Unknown(Section), .. unreadable])]);
        }
    }

    public ValidateOptionsResult Validate(string? name, FinancialsSettings options)
    {
        if (name != client)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] problems = [.. Unknown(Section), .. options.Problems(Section)];
        return problems.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(Text(problems));
    }

    private static string Text(string[] problems) => $"The Financials client cannot work with these settings. {string.Join(". ", problems)}.";

    /// <summary>Values that are no times, numbers or names where the settings want one.</summary>
    private IEnumerable<string> Unreadable()
    {
        var resilience = configuration!.GetSection(nameof(FinancialsSettings.Resilience));
        return
        [
            .. Times.Where(name => resilience[name] is { Length: > 0 } text && !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _))
                .Select(name => $"{Section}Resilience:{name} is '{resilience[name]}', which is no time: write hours:minutes:seconds, for example 00:02:00 for two minutes"),
            .. Counts.Where(name => resilience[name] is { Length: > 0 } text && !int.TryParse(text, CultureInfo.InvariantCulture, out _))
                .Select(name => $"{Section}Resilience:{name} is '{resilience[name]}', which is no whole number"),
            .. configuration[nameof(FinancialsSettings.ReadIntent)] is { Length: > 0 } intent && !IsReadIntent(intent)
                ? [$"{Section}{nameof(FinancialsSettings.ReadIntent)} is '{intent}': write {nameof(ReadIntent.ReadOnly)} or {nameof(ReadIntent.ReadWrite)}"]
                : Array.Empty<string>(),
        ];

        static bool IsReadIntent(string text) => Enum.TryParse<ReadIntent>(text, ignoreCase: true, out var intent) && Enum.IsDefined(intent);
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
