using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>What kind of record a file is attached to. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<AttachmentParentType>))]
public readonly record struct AttachmentParentType : IOpenEnumeration<AttachmentParentType>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public AttachmentParentType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A line of a journal, such as a payment.</summary>
    public static AttachmentParentType Journal => new("Journal");

    /// <summary>A sales invoice.</summary>
    public static AttachmentParentType SalesInvoice => new("Sales Invoice");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static AttachmentParentType IOpenEnumeration<AttachmentParentType>.Named(string name) => new(name);
}
