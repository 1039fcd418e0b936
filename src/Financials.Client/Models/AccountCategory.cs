using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>What an account belongs to in the balance sheet or the income statement. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<AccountCategory>))]
public readonly record struct AccountCategory : IOpenEnumeration<AccountCategory>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public AccountCategory(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>What the company has.</summary>
    public static AccountCategory Assets => new("Assets");

    /// <summary>What the company owes.</summary>
    public static AccountCategory Liabilities => new("Liabilities");

    /// <summary>What is left for its owners.</summary>
    public static AccountCategory Equity => new("Equity");

    /// <summary>What it earns.</summary>
    public static AccountCategory Income => new("Income");

    /// <summary>What the goods that it sells cost.</summary>
    public static AccountCategory CostOfGoodsSold => new("Cost of Goods Sold");

    /// <summary>What else it spends.</summary>
    public static AccountCategory Expense => new("Expense");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static AccountCategory IOpenEnumeration<AccountCategory>.Named(string name) => new(name);
}
