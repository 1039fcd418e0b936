using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Random days of the whole calendar.</summary>
internal static class Dates
{
    public static Gen<DateOnly> Any { get; } = Gen.Frequency(
        (9, Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber)),
        (1, Gen.Elements(DateOnly.MinValue, new DateOnly(2016, 2, 29), new DateOnly(2017, 3, 26), DateOnly.MaxValue)));

    /// <summary>The day as OData writes it: four digits, two, and two, in western years.</summary>
    public static string ToText(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");
}
