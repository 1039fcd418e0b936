using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Documentation;

/// <summary>The C# of the README and of docs/ is compiled: word for word, it stands between comments in source files.</summary>
public class SnippetTests
{
    private const string Own = "tests/Financials.Client.Tests/Documentation/Snippets";

    /// <summary>What is shown in several places is compiled, and run, in one of them.</summary>
    private static readonly string[] Others =
    [
        "tests/Financials.Client.Tests/Tasks/EverydayTasks.cs",
        "tests/Financials.Client.Tests/Tasks/GraphMigrations.cs",
        "tests/Financials.Client.Ledger.Sql.Tests/Readme/ReadmeTests.cs",
    ];

    private static readonly Dictionary<string, string> OwnSnippets = Directory.GetFiles(Repository.PathOf(Own))
        .SelectMany(file => SnippetsOf(file).Select(snippet => KeyValuePair.Create($"{Path.GetFileName(file)}: {snippet.Key}", snippet.Value))).ToDictionary();

    private static readonly HashSet<string> AllSnippets =
        [.. OwnSnippets.Values, .. Others.SelectMany(file => SnippetsOf(Repository.PathOf(file)).Values)];

    private static IEnumerable<Page> Pages => Page.OfUsers;

    [TestCaseSource(nameof(Pages))]
    public void Page_EveryCSharpFence_IsACompiledSnippet(Page page) =>
        Assert.That(MarkedText.Fences(page.Text).Where(fence => !AllSnippets.Contains(fence)), Is.Empty);

    [Test]
    public void Snippets_AreAllShownAndCompiledOnce()
    {
        var shown = Page.OfUsers.SelectMany(page => MarkedText.Fences(page.Text)).ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(OwnSnippets.Where(snippet => !shown.Contains(snippet.Value)).Select(snippet => snippet.Key), Is.Empty, "shown nowhere");
            Assert.That(OwnSnippets.Values, Is.Unique);
            Assert.That(shown, Has.Count.GreaterThan(50));
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_Fences_SayTheirLanguageAsTheTestsReadIt(Page page) =>
        Assert.That(page.Text, Does.Not.Contain("```cs\n").And.Not.Contain("```c#").And.Not.Contain("```C#"));

    /// <summary>The table of the calls that applications come with, and what stands in their place.</summary>
    [Test]
    public void Migrations_FromMicrosoftGraph_AreTheCompiledOnes()
    {
        var rows = Page.Of("migrating").Rows("From the Microsoft Graph SDK").Take(5)
            .Select(row => KeyValuePair.Create(row[0].Trim('`'), row[1].Trim('`')));

        Assert.That(rows, Is.EqualTo(SnippetsOf(Repository.PathOf(Others[1]))));
    }

    private static Dictionary<string, string> SnippetsOf(string file) => MarkedText.Snippets(File.ReadAllText(file));
}
