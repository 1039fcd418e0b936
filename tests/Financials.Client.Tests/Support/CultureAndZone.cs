using System.Globalization;

namespace Financials.Client.Tests.Support;

/// <summary>Puts the current thread in another culture and the process in another time zone, until disposed.</summary>
internal sealed class CultureAndZone : IDisposable
{
    private const string Variable = "TZ";

    private static readonly string[] Gregorian = ["da-DK", ""];
    private static readonly string[] Persian = ["fa-IR"];

    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly string? _zone = Environment.GetEnvironmentVariable(Variable);
    private readonly bool _hasChangedZone;

    /// <param name="culture">The culture's name; empty for the invariant one.</param>
    /// <param name="zone">The time zone's IANA id; null to stay in the machine's.</param>
    public CultureAndZone(string culture, string? zone = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        if (zone is not null)
        {
            _hasChangedZone = true;
            ChangeZone(zone);
            if (TimeZoneInfo.Local.Id != zone)
            {
                Dispose();
                throw new InvalidOperationException($"This machine does not let a process change its time zone to {zone}.");
            }
        }
    }

    /// <summary>Arguments for fixtures: commas and points, western and Persian years, east and west of Greenwich.</summary>
    public static IEnumerable<TestFixtureData> Everywhere => [.. InGregorianYears, .. InPersianYears];

    /// <summary>Those of <see cref="Everywhere"/> whose culture counts years as JSON does.</summary>
    public static IEnumerable<TestFixtureData> InGregorianYears => Gregorian.SelectMany(InEveryZone);

    /// <summary>Those of <see cref="Everywhere"/> whose culture counts years otherwise.</summary>
    public static IEnumerable<TestFixtureData> InPersianYears => Persian.SelectMany(InEveryZone);

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        if (_hasChangedZone)
        {
            ChangeZone(_zone);
        }
    }

    private static IEnumerable<TestFixtureData> InEveryZone(string culture)
    {
        // Windows takes its time zone from the system alone, so there the cultures are tried in the machine's zone.
        string?[] zones = OperatingSystem.IsWindows() ? [null] : ["Pacific/Auckland", "America/Los_Angeles", "UTC"];
        return zones.Select(zone => new TestFixtureData(culture, zone)
            .SetArgDisplayNames(culture is "" ? "invariant" : culture, zone ?? "local"));
    }

    private static void ChangeZone(string? zone)
    {
        Environment.SetEnvironmentVariable(Variable, zone);
        TimeZoneInfo.ClearCachedData();
    }
}
