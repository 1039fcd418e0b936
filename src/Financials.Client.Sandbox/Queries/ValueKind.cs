using System.Globalization;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries;

/// <summary>What a member holds: how its wire value is read, how two values compare, and which literals it may be compared with.</summary>
internal sealed class ValueKind : IComparer<object?>
{
    public static readonly ValueKind Text = new("Edm.String", wire => wire.GetValue<string>(), StringComparer.Ordinal);

    /// <summary>A key such as a customer's number, which the service stores in capitals: letter case makes no difference.</summary>
    public static readonly ValueKind Code = new("Edm.String", wire => wire.GetValue<string>(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A date formula: neither letter case nor spaces make a difference, because none of them is stored.</summary>
    public static readonly ValueKind Formula = new(
        "Edm.String",
        wire => wire.GetValue<string>(),
        Comparer<string>.Create((x, y) => string.CompareOrdinal(DateFormula.Plain(x), DateFormula.Plain(y))));

    public static readonly ValueKind Id = new("Edm.Guid", wire => Read(wire, Guid.Parse), Comparer<Guid>.Default);

    public static readonly ValueKind Date = new(
        "Edm.Date", wire => Read(wire, text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)), Comparer<DateOnly>.Default);

    public static readonly ValueKind Instant = new(
        "Edm.DateTimeOffset",
        wire => Read(wire, text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        Comparer<DateTimeOffset>.Default);

    public static readonly ValueKind Number = new(
        "Edm.Decimal", wire => decimal.Parse(wire.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture), Comparer<decimal>.Default);

    public static readonly ValueKind Flag = new("Edm.Boolean", wire => wire.GetValue<bool>(), Comparer<bool>.Default);

    private readonly Func<JsonNode, object> _read;
    private readonly System.Collections.IComparer _order;

    private ValueKind(string name, Func<JsonNode, object> read, System.Collections.IComparer order)
    {
        Name = name;
        _read = read;
        _order = order;
    }

    /// <summary>The type's name in error texts.</summary>
    public string Name { get; }

    public bool IsText => this == Text || this == Code || this == Formula;

    /// <summary>How parts of a text are looked for.</summary>
    public StringComparison TextComparison => this == Text ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The kind that a literal is of by itself; null for the literal <c>null</c>, which fits all.</summary>
    public static ValueKind? OfLiteral(object? literal) => literal switch
    {
        null => null,
        string => Text,
        Guid => Id,
        DateOnly => Date,
        DateTimeOffset => Instant,
        bool => Flag,
        _ => Number,
    };

    /// <summary>A text that is not there is no text.</summary>
    public object? Read(JsonNode? wire) => wire is not null ? _read(wire) : IsText ? "" : null;

    /// <summary>Null comes before everything else.</summary>
    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => _order.Compare(x, y),
    };

    /// <summary>The literal as a value of this kind. A date stands for its first instant, and null for no text.</summary>
    public bool TryConvert(object? literal, out object? value)
    {
        value = this == Instant && literal is DateOnly date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)
            : literal is null && IsText ? ""
            : literal;
        return OfLiteral(value) is not { } kind || kind == this || (kind.IsText && IsText);
    }

    /// <summary>A node that code made may hold the value itself; one that was parsed holds text.</summary>
    private static object Read<T>(JsonNode wire, Func<string, T> parse)
        where T : struct => wire is JsonValue value && value.TryGetValue(out T made) ? made : parse(wire.GetValue<string>());
}
