using System.Globalization;
using System.Text.RegularExpressions;

namespace Financials.Client.Sandbox.Model;

/// <summary>
/// A span of time as the service writes it: a sum of terms, such as <c>14D</c>, <c>1M+CM</c> (the end of the next month) or <c>D10</c>
/// (the next tenth of a month).
/// </summary>
internal sealed partial class DateFormula
{
    private const string OneTerm =
        @"(?<sign>[+-]?)(?:(?<count>\d{1,4})(?<unit>[DWMQY])|C(?<current>[DWMQY])|WD(?<weekDay>[1-7])|D(?<monthDay>[12]\d|3[01]|[1-9]))";

    private readonly string _text;

    private DateFormula(string text) => _text = text;

    /// <param name="text">The formula; empty for none.</param>
    /// <exception cref="ServiceException">It is none.</exception>
    public static DateFormula Parse(string text)
    {
        var plain = Plain(text);
        return plain.Length <= 32 && Whole().IsMatch(plain)
            ? new(plain)
            : throw ServiceException.Refused("Application_EvaluateException", $"The date formula '{text}' should include a time unit.");
    }

    /// <summary>A formula as it is stored: without spaces and in capitals.</summary>
    public static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The date that it leads to.</summary>
    public DateOnly From(DateOnly date) => Term().Matches(_text).Aggregate(date, Add);

    public override string ToString() => _text;

    private static DateOnly Add(DateOnly date, Match term)
    {
        var sign = term.Groups["sign"].Value == "-" ? -1 : 1;
        int Number(string group) => sign * int.Parse(term.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (term.Groups["count"].Success)
        {
            return Steps(date, Number("count"), term.Groups["unit"].Value);
        }

        if (term.Groups["current"].Success)
        {
            return Edge(date, term.Groups["current"].Value, atEnd: sign > 0);
        }

        // The next day, or the one before, that falls on a day of the month or of the week.
        var day = Math.Abs(Number(term.Groups["monthDay"].Success ? "monthDay" : "weekDay"));
        bool Falls(DateOnly at) => term.Groups["monthDay"].Success ? at.Day == day : (int)at.DayOfWeek == day % 7;
        do
        {
            date = date.AddDays(sign);
        }
        while (!Falls(date));

        return date;
    }

    private static DateOnly Steps(DateOnly date, int count, string unit) => unit switch
    {
        "D" => date.AddDays(count),
        "W" => date.AddDays(7 * count),
        "M" => date.AddMonths(count),
        "Q" => date.AddMonths(3 * count),
        _ => date.AddYears(count),
    };

    /// <summary>The last day of the period that a date is in, or the first.</summary>
    private static DateOnly Edge(DateOnly date, string unit, bool atEnd)
    {
        var first = unit switch
        {
            "D" => date,
            "W" => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
            "M" => new(date.Year, date.Month, 1),
            "Q" => new(date.Year, date.Month - ((date.Month - 1) % 3), 1),
            _ => new DateOnly(date.Year, 1, 1),
        };
        return atEnd ? Steps(first, 1, unit).AddDays(-1) : first;
    }

    [GeneratedRegex($"^(?:{OneTerm}(?=[+-]|$))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(OneTerm, RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
