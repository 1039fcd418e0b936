using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Documentation;

/// <summary>Pages are easy to read, and agree with each other and with the packages.</summary>
public partial class PageTests
{
    private const int LongestLine = 125;

    private static IEnumerable<Page> Pages => Page.OfUsers;

    /// <summary>A row of a table cannot be broken.</summary>
    [TestCaseSource(nameof(Pages))]
    public void Lines_FitOnAScreen(Page page) =>
        Assert.That(page.Lines.Where(line => line.Length > LongestLine && (page == Page.Readme || !line.StartsWith('|'))), Is.Empty);

    [Test]
    public void Readme_IsShort() => Assert.That(Page.Readme.Lines.Count(), Is.LessThan(150));

    /// <summary>The promise about money is made in one form of words.</summary>
    [Test]
    public void Guarantee_IsTheSameWhereverItIsGiven()
    {
        var given = Page.OfUsers.Select(page => Guarantee().Match(page.Text)).Where(match => match.Success).Select(match => match.Value.ReplaceLineEndings(" ")).ToList();

        Assert.That(given, Has.Count.EqualTo(2));
        Assert.That(given.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Packages_AreThoseThatThereAre()
    {
        var packages = Directory.GetDirectories(Repository.PathOf("src")).Select(Path.GetFileName);

        Assert.That(Page.Of("versions-and-support").Rows("Frameworks").Select(row => row[0].Trim('`')), Is.EquivalentTo(packages));
    }

    /// <summary>What the README tells to run is there.</summary>
    [Test]
    public void Projects_ThatAreRun_Exist()
    {
        var projects = Page.All.SelectMany(page => Project().Matches(page.Text)).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.That(projects, Is.Not.Empty);
        Assert.That(projects.Where(project => !Directory.Exists(Repository.PathOf(project))), Is.Empty);
    }

    [GeneratedRegex(@"^\*\*What is guaranteed\.\*\*.+?(?=\n\n)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Guarantee();

    [GeneratedRegex(@"--project ([\w./]+)")]
    private static partial Regex Project();
}
