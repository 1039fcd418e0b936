namespace Financials.Client;

/// <summary>
/// A postal address. The documented surface takes and gives it as one value: sending one replaces all parts. Business Central's API v2.0
/// has the parts by themselves, so that an update sends those that differ.
/// </summary>
public sealed record PostalAddress
{
    /// <summary>Street and house number; a line break begins the second address line. At most 100 characters before it and 50 after.</summary>
    public string? Street { get; init; }

    /// <summary>The city, at most 30 characters.</summary>
    public string? City { get; init; }

    /// <summary>The state or county, at most 30 characters.</summary>
    public string? State { get; init; }

    /// <summary>The code of the country or region, at most 10 characters, for example <c>US</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The postal code, at most 20 characters.</summary>
    public string? PostalCode { get; init; }
}
