using System.Globalization;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Tests.Model;

/// <summary>When invoices are due.</summary>
[TestFixture]
public sealed class DateFormulaTests
{
    [TestCase("", "2026-01-30")]
    [TestCase("14D", "2026-02-13")]
    [TestCase(" 1m ", "2026-02-28")]
    [TestCase("2W-1D", "2026-02-12")]
    [TestCase("1Q", "2026-04-30")]
    [TestCase("1Y", "2027-01-30")]
    [TestCase("CM", "2026-01-31")]
    [TestCase("-CM", "2026-01-01")]
    [TestCase("CM+10D", "2026-02-10")]
    [TestCase("1M+CQ", "2026-03-31")]
    [TestCase("CW", "2026-02-01")]
    [TestCase("CY", "2026-12-31")]
    [TestCase("D10", "2026-02-10")]
    [TestCase("-D10", "2026-01-10")]
    [TestCase("WD1", "2026-02-02")]
    [TestCase("WD7", "2026-02-01")]
    public void Date_AFormulaAwayFromAFriday_IsThat(string formula, string expected) => Assert.That(
        DateFormula.Parse(formula).From(new(2026, 1, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [TestCase("nonsense")]
    [TestCase("14")]
    [TestCase("1M(8D)")]
    [TestCase("D32")]
    [TestCase("1D1D")]
    [TestCase("+")]
    public void Text_ThatIsNoFormula_IsRefused(string text) => Assert.That(
        () => DateFormula.Parse(text), Throws.InstanceOf<ServiceException>().With.Property("Code").EqualTo("Application_EvaluateException"));
}
