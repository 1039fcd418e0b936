using System.Reflection;
using System.Xml.Linq;
using Financials.Client.Sandbox;

namespace Financials.Client.Tests.PublicApi;

/// <summary>The documentation that a package brings is about what an application can reach, and about all of it.</summary>
public class DocumentationTests
{
    private static IEnumerable<Assembly> Packages => [typeof(FinancialsClient).Assembly, typeof(FinancialsSandbox).Assembly];

    // Most of it was about the generated code.
    [TestCaseSource(nameof(Packages))]
    public void Documentation_OfAPackage_IsOfItsPublicTypesAndOfEachOfThem(Assembly package)
    {
        var documentation = XDocument.Load(Path.ChangeExtension(package.Location, ".xml"));
        var names = documentation.Descendants("member").Select(member => member.Attribute("name")!.Value).ToList();
        var types = package.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names.Where(name => !types.Contains(TypeOf(name))), Is.Empty, "of what cannot be reached");
            Assert.That(types.Except(names.Select(TypeOf)), Is.Empty, "types without documentation");
        }
    }

    /// <param name="name">A name of the documentation's, for example <c>M:Financials.Client.EntityQuery`1.Take(System.Int32)</c>.</param>
    private static string TypeOf(string name)
    {
        var text = name.Split('(')[0][2..];
        return name[0] == 'T' ? text : text[..text.LastIndexOf('.')];
    }
}
