using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Documentation;

/// <summary>Links lead somewhere, also from the pages of the packages.</summary>
public partial class LinkTests
{
    private static IEnumerable<Page> All => Page.All;

    private static IEnumerable<Page> Packages => Page.OfPackages;

    [TestCaseSource(nameof(All))]
    public void Links_IntoTheRepository_LeadToFilesAndHeadings(Page page) =>
        Assert.That(Links(page).Where(link => !LeadsSomewhere(page, link)), Is.Empty);

    /// <summary>A relative link is dead on the page of a package.</summary>
    [TestCaseSource(nameof(Packages))]
    public void Links_OfAPackagesReadme_AreAbsolute(Page page) =>
        Assert.That(Links(page).Where(link => !link.StartsWith("https://", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Pages_AreAllLinkedFromTheIndexAndTheReadme()
    {
        var pages = Page.OfUsers.Select(page => page.Path).Where(path => path is not ("README.md" or "docs/README.md")).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Where(path => !Links(Page.Of("README")).Contains(Path.GetFileName(path))), Is.Empty, "not in docs/README.md");
            Assert.That(pages.Where(path => !Links(Page.Readme).Contains($"{Page.Address}/blob/main/{path}")), Is.Empty, "not in README.md");
        }
    }

    [Test]
    public void References_OfLinks_AreDefined() => Assert.That(
        from page in Page.All
        let defined = Definition().Matches(page.Prose).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase)
        where defined.Count > 0
        from Match used in Reference().Matches(WithoutCode(page))
        where !defined.Contains(used.Groups[1].Value.ReplaceLineEndings(" "))
        select $"{page}: {used.Value}",
        Is.Empty);

    [TestCase("docs/errors.md", "#by-exception", true)]
    [TestCase("docs/errors.md", "queries.md#conditions", true)]
    [TestCase("docs/errors.md", "queries.md#no-such-heading", false)]
    [TestCase("docs/errors.md", "no-such-page.md", false)]
    [TestCase("README.md", $"{Page.Address}/blob/main/docs/errors.md#429-too-many-requests", true)]
    [TestCase("README.md", $"{Page.Address}/blob/main/no-such-file.md", false)]
    [TestCase("README.md", $"{Page.Address}/tree/main/samples", true)]
    [TestCase("README.md", "https://semver.org/", true)]
    public void Link_IsFollowedAsOnGitHub(string page, string link, bool leadsSomewhere) =>
        Assert.That(LeadsSomewhere(new(page), link), Is.EqualTo(leadsSomewhere));

    private static IEnumerable<string> Links(Page page) =>
        Inline().Matches(WithoutCode(page)).Concat(Definition().Matches(page.Prose)).Select(match => match.Groups[2].Value);

    private static bool LeadsSomewhere(Page page, string link)
    {
        var parts = InRepository().Replace(link, "/").Split('#');
        if (parts[0].Contains("://", StringComparison.Ordinal))
        {
            // Others' pages, and what GitHub makes itself, such as the list of issues.
            return true;
        }

        var path = parts[0] is "" ? page.Path
            : parts[0].StartsWith('/') ? parts[0][1..]
            : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.PathOf(page.Path), "..", parts[0]))).Replace('\\', '/');
        var isFile = File.Exists(Repository.PathOf(path));
        return (isFile || Directory.Exists(Repository.PathOf(path))) && (parts.Length == 1 || (isFile && new Page(path).Anchors.Contains(parts[1])));
    }

    /// <summary>Brackets in code are no links.</summary>
    private static string WithoutCode(Page page) => Code().Replace(page.Prose, "code");

    [GeneratedRegex($"^{Page.Address}/(?:blob|tree)/main/")]
    private static partial Regex InRepository();

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\[([^\]]+)\]: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[([^\]]+)\](?![(:\]\[])")]
    private static partial Regex Reference();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();
}
