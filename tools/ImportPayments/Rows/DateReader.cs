using System.Globalization;

namespace ImportPayments.Rows;

/// <summary>Reads dates in ISO form and in one more form that the user has named; never by guessing.</summary>
internal sealed class DateReader(CultureInfo culture, string? format)
{
    private const string Iso = "yyyy-MM-dd";
    private static readonly DateOnly Example = new(2026, 1, 31);

    /// <summary>The date, or why it is none.</summary>
    public (DateOnly Date, RowProblem? Problem) Read(string text)
    {
        if (DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ||
            (format is not null && DateOnly.TryParseExact(text, format, culture, DateTimeStyles.None, out date)))
        {
            return (date, null);
        }

        var examples = format is null ? "2026-01-31; name its form with --date-format" : $"2026-01-31 or {Example.ToString(format, culture)}";
        return (default, new("posting date is not a date", $"postingDate '{text}' is not a date such as {examples}"));
    }

    /// <summary>Whether a format has a day, a month and a year, so that a date written in it can be read again.</summary>
    public static bool IsComplete(string format, CultureInfo culture)
    {
        try
        {
            return DateOnly.TryParseExact(Example.ToString(format, culture), format, culture, DateTimeStyles.None, out var again) && again == Example;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
