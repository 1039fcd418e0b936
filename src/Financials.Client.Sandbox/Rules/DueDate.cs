using System.Globalization;

namespace Financials.Client.Sandbox.Rules;

/// <summary>When an invoice is due.</summary>
internal static class DueDate
{
    /// <param name="invoiceDate">The date of the invoice.</param>
    /// <param name="calculation">A number of days, weeks, months or years, such as <c>14D</c>. Any other formula adds nothing.</param>
    public static DateOnly Of(DateOnly invoiceDate, string? calculation) =>
        calculation is { Length: > 1 } && int.TryParse(calculation[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? calculation[^1] switch
            {
                'D' => invoiceDate.AddDays(number),
                'W' => invoiceDate.AddDays(7 * number),
                'M' => invoiceDate.AddMonths(number),
                'Y' => invoiceDate.AddYears(number),
                _ => invoiceDate,
            }
            : invoiceDate;
}
