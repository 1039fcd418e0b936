using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Surfaces;
using Financials.Client.Tests.Contract;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Sandbox.Tests.Model;

/// <summary>
/// The properties on Business Central's API v2.0 against the contract, which is the one place that says of each property what type
/// it has in the service's own tables, how long it may be and who may write it.
/// </summary>
[TestFixture]
public sealed class FieldTypeTests
{
    /// <summary>The contract has no credit memos; their properties are those of invoices as far as the sandbox has them.</summary>
    private static IEnumerable<string> Names => BusinessCentralViews.All.Select(view => view.Type.Name).Where(name => name != "salesCreditMemo");

    [TestCaseSource(nameof(Names))]
    public void Properties_OfAnEntity_AreThoseOfTheContract(string name) => Assert.That(
        BusinessCentralViews.All.Single(view => view.Type.Name == name).Type.Members.Where(member => member.Kind is not MemberKind.Media).Select(Described),
        Is.EquivalentTo(ContractKind.ValuesOf(name).Select(property => Described(property.Key, property.Value))));

    private static string Described(Member member) => $"{member.Name}:{Kind(member)}{(member.IsReadOnly ? "!" : "")}";

    private static string Kind(Member member) => member.Kind switch
    {
        MemberKind.Text or MemberKind.Code when member.MaxLength is { } length => $"{member.Kind}[{length}]",
        var kind => $"{kind}",
    };

    private static string Described(string name, YamlMappingNode schema) =>
        $"{name}:{ContractKind.Of(schema)}{(ContractDocument.Text(schema, "readOnly") == "true" ? "!" : "")}";
}
