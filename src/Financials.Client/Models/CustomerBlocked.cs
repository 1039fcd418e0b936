using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// Which dealings with a customer are blocked. The service's list can grow, so values that this package does not know are
/// kept as they are.
/// </summary>
[JsonConverter(typeof(NameJsonConverter<CustomerBlocked>))]
public readonly record struct CustomerBlocked : IOpenEnumeration<CustomerBlocked>
{
    private const string NotBlocked = " ";

    // Null for "not blocked", so that the default value and None are equal.
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name; blank means <see cref="None"/>.</param>
    public CustomerBlocked(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Nothing is blocked.</summary>
    public static CustomerBlocked None => default;

    /// <summary>Shipments are blocked.</summary>
    public static CustomerBlocked Ship => new("Ship");

    /// <summary>Invoices, and with them shipments, are blocked.</summary>
    public static CustomerBlocked Invoice => new("Invoice");

    /// <summary>Everything is blocked.</summary>
    public static CustomerBlocked All => new("All");

    /// <summary>The name in the service: a single space for <see cref="None"/>.</summary>
    public string Value => _value ?? NotBlocked;

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static CustomerBlocked IOpenEnumeration<CustomerBlocked>.Named(string name) => new(name);
}
