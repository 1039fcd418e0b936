using System.Xml.Linq;
using Financials.Client.Packages.Tests.Support;
using Financials.Client.Tests.Support;

namespace Financials.Client.Packages.Tests;

/// <summary>What a feed shows of each package, and what comes along with it.</summary>
public class DescriptionTests
{
    private const string Address = "https://github.com/financials-client/financials-client";

    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["Financials.Client"] = ["Azure.Identity", "Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions", "Polly.Core"],
        ["Financials.Client.Ledger.Sql"] =
        [
            "Financials.Client", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Hosting.Abstractions",
        ],
        ["Financials.Client.Sandbox"] = ["Financials.Client"],
        [Package.Tool] = [],
    };

    [TestCaseSource(typeof(Package), nameof(Package.All))]
    public void Package_OnAFeed_SaysWhatItIsAndWhereItComesFrom(string id)
    {
        var package = new Package(id);
        var repository = package.Metadata.Elements().Single(element => element.Name.LocalName == "repository");

        Assert.Multiple(() =>
        {
            Assert.That(package["license"], Is.EqualTo("MIT"));
            Assert.That(package["projectUrl"], Is.EqualTo(Address));
            Assert.That(repository.Attribute("url")?.Value, Is.EqualTo(Address));
            Assert.That(repository.Attribute("commit")?.Value, Has.Length.EqualTo(40));
            Assert.That(package["releaseNotes"], Does.StartWith(Address).And.EndsWith("/CHANGELOG.md"));
            Assert.That(package["description"], Has.Length.GreaterThan(50));
            Assert.That(package["tags"], Does.Contain("business-central"));
            Assert.That(package.Files, Is.SupersetOf((string[])[package["readme"]!, package["icon"]!]));
        });
    }

    [TestCaseSource(typeof(Package), nameof(Package.All))]
    public void Package_Dependencies_AreTheStatedOnesInTheLowestVersionThatIsStated(string id)
    {
        var package = new Package(id);
        var stated = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);
        var groups = package.Metadata.Descendants().Where(element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies");

        Assert.Multiple(() =>
        {
            foreach (var group in groups)
            {
                var dependencies = group.Elements().ToDictionary(dependency => dependency.Attribute("id")!.Value, dependency => dependency.Attribute("version")!.Value);
                Assert.That(dependencies.Keys, Is.EquivalentTo(Dependencies[package.Id]), $"{group}");
                foreach (var (name, version) in dependencies)
                {
                    // A version by itself means that one or any later one.
                    Assert.That(version, Is.EqualTo(stated.GetValueOrDefault(name, Packed.Version)), name);
                }
            }
        });
    }

    [TestCaseSource(typeof(Package), nameof(Package.Libraries))]
    public void Library_Files_AreAssembliesAndTheirDocumentationForBothFrameworks(string id)
    {
        var package = new Package(id);
        Assert.That(package.Files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal)), Is.EquivalentTo(
            from framework in (string[])["net10.0", "net8.0"]
            from extension in (string[])["dll", "xml"]
            select $"lib/{framework}/{package.Id}.{extension}"));
    }

    [Test]
    public void Tool_Files_NameItsCommand() =>
        Assert.That(new Package(Package.Tool).Files, Does.Contain("tools/net10.0/any/DotnetToolSettings.xml"));
}
