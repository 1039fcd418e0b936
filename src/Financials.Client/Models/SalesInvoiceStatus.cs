using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>How far an invoice has come. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<SalesInvoiceStatus>))]
public readonly record struct SalesInvoiceStatus : IOpenEnumeration<SalesInvoiceStatus>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public SalesInvoiceStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Being written; it can still be changed.</summary>
    public static SalesInvoiceStatus Draft => new("Draft");

    /// <summary>Waiting for approval.</summary>
    public static SalesInvoiceStatus InReview => new("In Review");

    /// <summary>Posted and not paid yet.</summary>
    public static SalesInvoiceStatus Open => new("Open");

    /// <summary>Posted and paid.</summary>
    public static SalesInvoiceStatus Paid => new("Paid");

    /// <summary>Cancelled by a corrective credit memo.</summary>
    public static SalesInvoiceStatus Canceled => new("Canceled");

    /// <summary>Corrected by a credit memo.</summary>
    public static SalesInvoiceStatus Corrective => new("Corrective");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static SalesInvoiceStatus IOpenEnumeration<SalesInvoiceStatus>.Named(string name) => new(name);
}
