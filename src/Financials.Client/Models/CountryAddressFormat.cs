using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>How the addresses of a country are printed. The service's list can grow, so values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<CountryAddressFormat>))]
public readonly record struct CountryAddressFormat : IOpenEnumeration<CountryAddressFormat>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public CountryAddressFormat(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The postal code, then the city.</summary>
    public static CountryAddressFormat PostCodeCity => new("Post Code+City");

    /// <summary>The city, then the postal code.</summary>
    public static CountryAddressFormat CityPostCode => new("City+Post Code");

    /// <summary>The city, the county, then the postal code.</summary>
    public static CountryAddressFormat CityCountyPostCode => new("City+County+Post Code");

    /// <summary>An empty line, the postal code, then the city.</summary>
    public static CountryAddressFormat BlankLinePostCodeCity => new("Blank Line+Post Code+City");

    /// <summary>As the company has defined it.</summary>
    public static CountryAddressFormat Custom => new("Custom");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static CountryAddressFormat IOpenEnumeration<CountryAddressFormat>.Named(string name) => new(name);
}
