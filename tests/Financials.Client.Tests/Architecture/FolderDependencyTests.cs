using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Architecture;

/// <summary>The package is a house of floors, and each knows only the floors below it. There is no way up, and so no circle.</summary>
public partial class FolderDependencyTests
{
    /// <summary>From the ground up. The empty name is the root folder, where the client is put together.</summary>
    private static readonly string[] Floors =
    [
        "KiotaRuntime", "KiotaPackages", "Generated", "Configuration", "Models", "Errors", "Telemetry", "Queries", "Authentication",
        "Transport", "Dialects", "Operations", "Outbox", "Clients", "", "DependencyInjection",
    ];

    private static readonly List<(string Folder, string Path, string Code)> Sources = [.. Read()];

    [Test]
    public void Folders_OfThePackage_AreAllFloors() =>
        Assert.That(Sources.Select(source => source.Folder).Distinct(), Is.SubsetOf(Floors));

    [Test]
    public void Files_OfAFloor_NameNoTypeOfAHigherOne()
    {
        var homes = (
            from source in Sources
            from Match declaration in Declaration().Matches(source.Code)
            select (Name: declaration.Groups[1].Value, source.Folder)).Distinct().ToLookup(type => type.Name, type => type.Folder);
        var upward =
            from source in Sources
            where source.Folder != "Generated"
            from word in Word().Matches(source.Code).Select(match => match.Value).Distinct()
            let folders = homes[word].ToList()

            // A name that several floors have, such as that of a property, says nothing.
            where folders.Count == 1 && Array.IndexOf(Floors, folders[0]) > Array.IndexOf(Floors, source.Folder)
            select $"{source.Path} names {word} of {folders[0]}";

        Assert.That(homes, Has.Count.GreaterThan(150), "The types are not found.");
        Assert.That(upward, Is.Empty);
    }

    private static IEnumerable<(string Folder, string Path, string Code)> Read()
    {
        var root = Repository.PathOf("src/Financials.Client");
        return
            from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file).Replace('\\', '/')
            where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
            let code = Text().Replace(Comment().Replace(File.ReadAllText(file), ""), "")
            select (path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : "", path, code);
    }

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("""
        "(?:\\.|[^"\\\n])*"
        """)]
    private static partial Regex Text();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
