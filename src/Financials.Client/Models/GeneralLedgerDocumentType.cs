using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>The kind of document that a ledger entry comes from. The service's list can grow, so values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<GeneralLedgerDocumentType>))]
public readonly record struct GeneralLedgerDocumentType : IOpenEnumeration<GeneralLedgerDocumentType>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public GeneralLedgerDocumentType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A payment.</summary>
    public static GeneralLedgerDocumentType Payment => new("Payment");

    /// <summary>An invoice.</summary>
    public static GeneralLedgerDocumentType Invoice => new("Invoice");

    /// <summary>A credit memo.</summary>
    public static GeneralLedgerDocumentType CreditMemo => new("Credit Memo");

    /// <summary>A finance charge memo.</summary>
    public static GeneralLedgerDocumentType FinanceChargeMemo => new("Finance Charge Memo");

    /// <summary>A reminder.</summary>
    public static GeneralLedgerDocumentType Reminder => new("Reminder");

    /// <summary>A refund.</summary>
    public static GeneralLedgerDocumentType Refund => new("Refund");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static GeneralLedgerDocumentType IOpenEnumeration<GeneralLedgerDocumentType>.Named(string name) => new(name);
}
