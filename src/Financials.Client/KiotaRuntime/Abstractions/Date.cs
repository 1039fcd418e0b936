using System.Globalization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>The generated models' type for <c>format: date</c>: a <see cref="DateOnly"/> under the contract's name.</summary>
internal readonly record struct Date
{
    private readonly DateOnly _value;

    public Date(int year, int month, int day) => _value = new DateOnly(year, month, day);

    private Date(DateOnly value) => _value = value;

    public static implicit operator Date(DateOnly value) => new(value);

    public static implicit operator DateOnly(Date value) => value._value;

    /// <summary>The date as the wire has it, <c>yyyy-MM-dd</c>, whatever the culture.</summary>
    public override string ToString() => _value.ToString("O", CultureInfo.InvariantCulture);
}
