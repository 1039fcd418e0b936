using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>The kind of tax that a company charges. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<TaxType>))]
public readonly record struct TaxType : IOpenEnumeration<TaxType>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public TaxType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Sales tax.</summary>
    public static TaxType SalesTax => new("Sales Tax");

    /// <summary>Value-added tax.</summary>
    public static TaxType Vat => new("VAT");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static TaxType IOpenEnumeration<TaxType>.Named(string name) => new(name);
}
