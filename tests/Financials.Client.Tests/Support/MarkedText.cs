namespace Financials.Client.Tests.Support;

/// <summary>Finds code between markers, without the indentation that all of its lines have.</summary>
internal static class MarkedText
{
    /// <summary>The contents of a Markdown text's C# fences.</summary>
    public static List<string> Fences(string markdown) => [.. Between(markdown, line => line == "```csharp", line => line == "```").Select(block => block.Code)];

    /// <summary>The snippets of a source file by name.</summary>
    public static Dictionary<string, string> Snippets(string source) => Between(
            source,
            line => line.TrimStart().StartsWith("// snippet: ", StringComparison.Ordinal),
            line => line.TrimStart() == "// end")
        .ToDictionary(block => block.Start.Split(": ")[1], block => block.Code);

    private static IEnumerable<(string Start, string Code)> Between(string text, Predicate<string> isStart, Predicate<string> isEnd)
    {
        string? start = null;
        List<string> lines = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (start is null)
            {
                start = isStart(line) ? line : null;
            }
            else if (isEnd(line))
            {
                yield return (start, Outdented(lines));
                start = null;
                lines.Clear();
            }
            else
            {
                lines.Add(line.TrimEnd());
            }
        }

        if (start is not null)
        {
            throw new FormatException($"'{start.Trim()}' has no end.");
        }
    }

    private static string Outdented(IReadOnlyCollection<string> lines)
    {
        var indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indentation..])).Trim('\n');
    }
}
