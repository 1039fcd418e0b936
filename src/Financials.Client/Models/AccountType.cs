using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>Whether an account takes entries or adds up others. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<AccountType>))]
public readonly record struct AccountType : IOpenEnumeration<AccountType>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public AccountType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Takes entries.</summary>
    public static AccountType Posting => new("Posting");

    /// <summary>A heading above others.</summary>
    public static AccountType Heading => new("Heading");

    /// <summary>The sum of a range of accounts.</summary>
    public static AccountType Total => new("Total");

    /// <summary>Where a range to be added up begins.</summary>
    public static AccountType BeginTotal => new("Begin-Total");

    /// <summary>Where that range ends, and its sum.</summary>
    public static AccountType EndTotal => new("End-Total");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static AccountType IOpenEnumeration<AccountType>.Named(string name) => new(name);
}
