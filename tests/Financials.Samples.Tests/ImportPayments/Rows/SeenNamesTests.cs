using System.Globalization;
using ImportPayments.Rows;

namespace Financials.Samples.Tests.ImportPayments.Rows;

public sealed class SeenNamesTests
{
    [Test]
    public void Names_OfAFile_AreKnownByTheRowThatHadThemFirst()
    {
        const int Rows = 5_000;
        using var seen = new SeenNames(Rows * 17);

        var first = Enumerable.Range(1, Rows).Select(row => seen.FirstRowOf(Name(row), row)).ToList();
        var again = Enumerable.Range(1, Rows).Select(row => seen.FirstRowOf(Name(row), Rows + row)).ToList();

        Assert.That(first, Has.All.Null);
        Assert.That(again, Is.EqualTo(Enumerable.Range(1, Rows)));
    }

    [Test]
    public void Names_MoreThanTheFileCanHave_AreAnErrorAndNoEndlessSearch()
    {
        using var seen = new SeenNames(0);
        seen.FirstRowOf("a", 2);

        Assert.That(() => seen.FirstRowOf("b", 3), Throws.TypeOf<IOException>().With.Message.StartsWith("The file has grown while it was read."));
    }

    private static string Name(int row) => row.ToString(CultureInfo.InvariantCulture);
}
