using System.Globalization;
using ImportPayments.Rows;

namespace Financials.Samples.Tests.ImportPayments.Rows;

public sealed class DateReaderTests
{
    [TestCase("", null, "2026-01-31")]
    [TestCase("th-TH", null, "2026-01-31")]
    [TestCase("", "dd.MM.yyyy", "31.01.2026")]
    [TestCase("", "dd.MM.yyyy", "2026-01-31")]
    [TestCase("", "d/M/yy", "31/1/26")]
    [TestCase("da-DK", "d. MMMM yyyy", "31. januar 2026")]
    [TestCase("", "yyyyMMdd", "20260131")]
    public void Date_InItsForm_IsRead(string culture, string? format, string text) =>
        Assert.That(Read(culture, format, text), Is.EqualTo((new DateOnly(2026, 1, 31), (RowProblem?)null)));

    [TestCase(null, "31.01.2026", "postingDate '31.01.2026' is not a date such as 2026-01-31; name its form with --date-format")]
    [TestCase(null, "2026-1-31", "postingDate '2026-1-31' is not a date such as 2026-01-31; name its form with --date-format")]
    [TestCase("dd.MM.yyyy", "01/31/2026", "postingDate '01/31/2026' is not a date such as 2026-01-31 or 31.01.2026")]
    [TestCase("dd.MM.yyyy", "30.02.2026", "postingDate '30.02.2026' is not a date such as 2026-01-31 or 31.01.2026")]
    public void Date_InAnotherForm_IsNeverGuessed(string? format, string text, string reason) =>
        Assert.That(Read("", format, text).Problem?.Reason, Is.EqualTo(reason));

    private static (DateOnly, RowProblem? Problem) Read(string culture, string? format, string text) =>
        new DateReader(CultureInfo.GetCultureInfo(culture), format).Read(text);
}
