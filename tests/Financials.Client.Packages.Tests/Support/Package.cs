using System.IO.Compression;
using System.Xml.Linq;

namespace Financials.Client.Packages.Tests.Support;

/// <summary>A packed package.</summary>
/// <param name="Id">Its name.</param>
internal sealed record Package(string Id)
{
    public const string Tool = "Financials.Client.Sandbox.Tool";

    /// <summary>Those that applications refer to.</summary>
    public static string[] Libraries { get; } = ["Financials.Client", "Financials.Client.Ledger.Sql", "Financials.Client.Sandbox"];

    public static string[] All { get; } = [.. Libraries, Tool];

    public string Path => System.IO.Path.Combine(Packed.Feed, $"{Id}.{Packed.Version}.nupkg");

    public string SymbolsPath => System.IO.Path.ChangeExtension(Path, "snupkg");

    /// <summary>The <c>metadata</c> of its description.</summary>
    public XElement Metadata
    {
        get
        {
            using var archive = ZipFile.OpenRead(Path);
            using var description = archive.GetEntry($"{Id}.nuspec")!.Open();
            var root = XDocument.Load(description).Root!;
            return root.Element(root.Name.Namespace + "metadata")!;
        }
    }

    /// <summary>A text of its description, or null.</summary>
    public string? this[string name] => Metadata.Element(Metadata.Name.Namespace + name)?.Value;

    /// <summary>The names of its files.</summary>
    public string[] Files
    {
        get
        {
            using var archive = ZipFile.OpenRead(Path);
            return [.. archive.Entries.Select(entry => entry.FullName)];
        }
    }
}
