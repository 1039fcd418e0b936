using System.IO.Compression;
using System.Reflection.Metadata;
using Financials.Client.Packages.Tests.Support;

namespace Financials.Client.Packages.Tests;

/// <summary>A debugger finds the source of every line: in the repository, or, where it was generated, in the symbols.</summary>
public class SymbolTests
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Test]
    public void Symbols_OfALibrary_HoldTheSourceThatTheRepositoryDoesNot(
        [ValueSource(typeof(Package), nameof(Package.Libraries))] string id,
        [Values("net10.0", "net8.0")] string framework)
    {
        var package = new Package(id);
        using var archive = ZipFile.OpenRead(package.SymbolsPath);
        using var symbols = new MemoryStream();
        using (var file = archive.GetEntry($"lib/{framework}/{package.Id}.pdb")!.Open())
        {
            file.CopyTo(symbols);
        }

        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var embedded = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == EmbeddedSource)
            .Select(information => information.Parent)
            .ToHashSet();
        var generated = reader.Documents.Where(document => NameOf(document).EndsWith(".g.cs", StringComparison.Ordinal)).ToList();

        Assert.That(reader.Documents, Has.Count.GreaterThan(10));
        Assert.That(generated.Where(document => !embedded.Contains(document)).Select(NameOf), Is.Empty);
        Assert.That(generated, Is.Not.Empty);

        string NameOf(DocumentHandle document) => reader.GetString(reader.GetDocument(document).Name);
    }
}
