using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Documentation;

/// <summary>A text in Markdown of the repository.</summary>
/// <param name="Path">Its path from the root, with slashes.</param>
public sealed partial record Page(string Path)
{
    /// <summary>Where the repository is published. Package pages have nothing else to go by.</summary>
    public const string Address = "https://github.com/financials-client/financials-client";

    public static Page Readme { get; } = new("README.md");

    /// <summary>The pages that users read, the README first.</summary>
    public static IReadOnlyList<Page> OfUsers { get; } = [Readme, .. In("docs")];

    /// <summary>The READMEs of the packages, which are read on package pages too, where no other file of the repository is.</summary>
    public static IReadOnlyList<Page> OfPackages { get; } =
        [Readme, .. Directory.GetDirectories(Repository.PathOf("src")).SelectMany(folder => In($"src/{System.IO.Path.GetFileName(folder)}"))];

    public static IReadOnlyList<Page> All { get; } =
    [
        .. OfUsers.Concat(OfPackages).Concat(In("")).Concat(In("openapi")).Concat(In("samples"))
            .Concat(Programs("samples")).Concat(Programs("tools")).Distinct(),
    ];

    private static IEnumerable<Page> Programs(string folder) =>
        Directory.GetDirectories(Repository.PathOf(folder)).SelectMany(program => In($"{folder}/{System.IO.Path.GetFileName(program)}"));

    public string Text { get; } = File.ReadAllText(Repository.PathOf(Path)).ReplaceLineEndings("\n");

    public IEnumerable<string> Lines => Text.Split('\n');

    /// <summary>The text without code in fences.</summary>
    public string Prose => Fence().Replace(Text, "");

    /// <summary>What links can name behind <c>#</c>, as GitHub makes it of the headings.</summary>
    public IEnumerable<string> Anchors => Prose.Split('\n').Where(line => line.StartsWith('#')).Select(heading =>
        NoPartOfAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    public static Page Of(string name) => new($"docs/{name}.md");

    /// <summary>The rows of the tables under a heading, without the heads of the tables; each cell trimmed.</summary>
    /// <param name="heading">The heading; null for the whole page.</param>
    public IEnumerable<string[]> Rows(string? heading = null) => TablesUnder(heading).SelectMany(table => table.Skip(2));

    /// <summary>The pieces of code in a cell.</summary>
    public static IEnumerable<string> Code(string cell) => Inline().Matches(cell).Select(code => code.Groups[1].Value);

    public override string ToString() => Path;

    private IEnumerable<List<string[]>> TablesUnder(string? heading)
    {
        var (isThere, table) = (heading is null, new List<string[]>());
        foreach (var line in Lines.Append(""))
        {
            if (line.StartsWith('#') && heading is not null)
            {
                isThere = line.TrimStart('#').Trim() == heading;
            }

            if (isThere && line.StartsWith('|'))
            {
                table.Add([.. CellEnd().Split(line.Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))]);
            }
            else if (table.Count > 0)
            {
                yield return table;
                table = [];
            }
        }
    }

    private static IEnumerable<Page> In(string folder) => Directory.GetFiles(Repository.PathOf(folder), "*.md").Order(StringComparer.Ordinal)
        .Select(file => new Page(System.IO.Path.Join(folder, System.IO.Path.GetFileName(file)).Replace('\\', '/')));

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoPartOfAnchors();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Inline();
}
