using System.Globalization;
using ImportPayments.Rows;

namespace Financials.Samples.Tests.ImportPayments.Rows;

public sealed class AmountReaderTests
{
    [TestCase("", "1500", "1500")]
    [TestCase("", "-1500.5", "-1500.5")]
    [TestCase("", "+1,234,567.89", "1234567.89")]
    [TestCase("", "0.10", "0.10")]
    [TestCase("", "\u22121.00", "-1.00")]
    [TestCase("", "79228162514264337593543950.33", "79228162514264337593543950.33")]
    [TestCase("da-DK", "1.234,50", "1234.50")]
    [TestCase("da-DK", "-1234,5", "-1234.5")]
    [TestCase("de-CH", "1'234.50", "1234.50")]
    [TestCase("de-CH", "1\u2019234.50", "1234.50")]
    [TestCase("fr-FR", "1 234,50", "1234.50")]
    [TestCase("fr-FR", "1\u00a0234\u202f567,50", "1234567.50")]
    [TestCase("sv-SE", "\u22121 234,50", "-1234.50")]
    [TestCase("sv-SE", "-1234,50", "-1234.50")]
    [TestCase("en-IN", "12,34,567.00", "1234567.00")]
    [TestCase("he-IL", "\u200e-5.00", "-5.00")]
    public void Amount_AsTheCultureWritesIt_IsRead(string culture, string text, string amount) =>
        Assert.That(Read(culture, text), Is.EqualTo((decimal.Parse(amount, CultureInfo.InvariantCulture), (RowProblem?)null)));

    [TestCase("", "1.234,5")]
    [TestCase("", "1,5")]
    [TestCase("", "1,2345.00")]
    [TestCase("", "1234,567.00")]
    [TestCase("", ",234.00")]
    [TestCase("", "1,,234")]
    [TestCase("", "1 234.00")]
    [TestCase("", "1.2.3")]
    [TestCase("", "12.")]
    [TestCase("", ".5")]
    [TestCase("", "-")]
    [TestCase("", "--5")]
    [TestCase("", "5-")]
    [TestCase("", "(5)")]
    [TestCase("", "1e3")]
    [TestCase("", "€5")]
    [TestCase("", "five")]
    [TestCase("", "\u0661\u0662")]
    [TestCase("da-DK", "1,234.50")]
    [TestCase("da-DK", "1234.50")]
    [TestCase("en-IN", "1,234,567.00")]
    [TestCase("fr-FR", "1.234,50")]
    [TestCase("he-IL", "\u200e")]
    public void Amount_ThatTheCultureDoesNotWrite_IsNeverGuessed(string culture, string text) =>
        Assert.That(Read(culture, text).Problem?.Kind, Is.EqualTo("amount is not a number"));

    [TestCase("", "1.234", "amount '1.234' has more than 2 decimals; is it written for another culture than invariant?")]
    [TestCase("da-DK", "1,234", "amount '1,234' has more than 2 decimals; is it written for another culture than da-DK?")]
    [TestCase("", "1.234,5", "amount '1.234,5' is not a number such as 1,234.50 (invariant); say whose numbers they are with --culture")]
    [TestCase("da-DK", "1,234.5", "amount '1,234.5' is not a number such as 1.234,50 (da-DK); say whose numbers they are with --culture")]
    [TestCase("", "79228162514264337593543950336", "amount '79228162514264337593543950336' is too large")]
    public void Amount_Refused_SaysWhy(string culture, string text, string reason) =>
        Assert.That(Read(culture, text).Problem?.Reason, Is.EqualTo(reason));

    [TestCase(0, "5", true)]
    [TestCase(0, "5.0", false)]
    [TestCase(3, "1.234", true)]
    [TestCase(3, "1.2345", false)]
    public void Amount_Decimals_AreAtMostThoseOfTheCurrency(int decimals, string text, bool isRead) =>
        Assert.That(new AmountReader(CultureInfo.InvariantCulture, decimals).Read(text).Problem, isRead ? Is.Null : Is.Not.Null);

    private static (decimal, RowProblem? Problem) Read(string culture, string text) => new AmountReader(CultureInfo.GetCultureInfo(culture), 2).Read(text);
}
