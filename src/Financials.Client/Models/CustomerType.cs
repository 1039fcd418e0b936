using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// What a customer is. The service's list can grow, so values that this package does not know are kept as they are.
/// </summary>
[JsonConverter(typeof(NameJsonConverter<CustomerType>))]
public readonly record struct CustomerType : IOpenEnumeration<CustomerType>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public CustomerType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The customer is a company.</summary>
    public static CustomerType Company => new("Company");

    /// <summary>The customer is a person.</summary>
    public static CustomerType Person => new("Person");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static CustomerType IOpenEnumeration<CustomerType>.Named(string name) => new(name);
}
