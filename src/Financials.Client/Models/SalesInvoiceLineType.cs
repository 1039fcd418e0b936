using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>What a line of an invoice is for. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<SalesInvoiceLineType>))]
public readonly record struct SalesInvoiceLineType : IOpenEnumeration<SalesInvoiceLineType>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public SalesInvoiceLineType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A line of text.</summary>
    public static SalesInvoiceLineType Comment => new("Comment");

    /// <summary>An amount that is posted to an account.</summary>
    public static SalesInvoiceLineType Account => new("Account");

    /// <summary>An item that is sold.</summary>
    public static SalesInvoiceLineType Item => new("Item");

    /// <summary>The work of a resource.</summary>
    public static SalesInvoiceLineType Resource => new("Resource");

    /// <summary>A fixed asset that is sold.</summary>
    public static SalesInvoiceLineType FixedAsset => new("Fixed Asset");

    /// <summary>A charge for items.</summary>
    public static SalesInvoiceLineType Charge => new("Charge");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static SalesInvoiceLineType IOpenEnumeration<SalesInvoiceLineType>.Named(string name) => new(name);
}
