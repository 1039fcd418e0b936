using System.Text.Json.Serialization;
using Financials.Client.Models;

namespace Financials.Client;

/// <summary>The rate that consolidation translates an account at. Values that this package does not know are kept as they are.</summary>
[JsonConverter(typeof(NameJsonConverter<ConsolidationTranslationMethod>))]
public readonly record struct ConsolidationTranslationMethod : IOpenEnumeration<ConsolidationTranslationMethod>
{
    private readonly string? _value;

    /// <summary>A value by its name in the service.</summary>
    /// <param name="value">The name, not blank.</param>
    public ConsolidationTranslationMethod(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The average rate of the period.</summary>
    public static ConsolidationTranslationMethod AverageRate => new("Average Rate (Manual)");

    /// <summary>The rate at the end of the period.</summary>
    public static ConsolidationTranslationMethod ClosingRate => new("Closing Rate");

    /// <summary>The rate at which the amounts were posted.</summary>
    public static ConsolidationTranslationMethod HistoricalRate => new("Historical Rate");

    /// <summary>Historical rates for what there was, the average rate for what has changed.</summary>
    public static ConsolidationTranslationMethod CompositeRate => new("Composite Rate");

    /// <summary>The rate for equity.</summary>
    public static ConsolidationTranslationMethod EquityRate => new("Equity Rate");

    /// <summary>The name in the service; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The name in the service.</summary>
    public override string ToString() => Value;

    static ConsolidationTranslationMethod IOpenEnumeration<ConsolidationTranslationMethod>.Named(string name) => new(name);
}
