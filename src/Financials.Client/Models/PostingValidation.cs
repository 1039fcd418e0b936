using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>What posting checks of a default dimension. The service's list can grow, so values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<PostingValidation>))]
public readonly record struct PostingValidation : IOpenEnumeration<PostingValidation>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public PostingValidation(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>There has to be some value.</summary>
    public static PostingValidation CodeMandatory => new("Code Mandatory");

    /// <summary>There has to be this value.</summary>
    public static PostingValidation SameCode => new("Same Code");

    /// <summary>There must be no value.</summary>
    public static PostingValidation NoCode => new("No Code");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static PostingValidation IOpenEnumeration<PostingValidation>.Named(string name) => new(name);
}
