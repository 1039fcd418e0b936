using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>What the contract owes its readers and generators, beyond being valid.</summary>
public partial class ContractRulesTests
{
    private const string BusinessCentralType = "x-business-central-type";

    private static IEnumerable<ContractDocument> Documents() => ContractDocument.All;

    private static IEnumerable<TestCaseData> Operations() =>
        from document in ContractDocument.All
        from operation in document.Operations
        select new TestCaseData(document, operation.Operation).SetArgDisplayNames(document.GeneratedName, operation.Line);

    private static IEnumerable<TestCaseData> Members() =>
        from document in ContractDocument.All
        from schema in document.Schemas
        from member in schema.Value
        select new TestCaseData(member.Value).SetArgDisplayNames(document.GeneratedName, schema.Key, member.Key);

    private static IEnumerable<TestCaseData> BusinessCentralTexts() =>
        from schema in ContractDocument.BusinessCentral.Schemas
        where schema.Value.ContainsKey("@odata.etag") && schema.Key != "company" // The platform's own, not of an AL page.
        from member in schema.Value
        where !member.Key.Contains('@', StringComparison.Ordinal)
        where ContractDocument.Text(member.Value, "type") == "string" && ContractDocument.Text(member.Value, "format") is null
        select new TestCaseData(member.Value).SetArgDisplayNames(schema.Key, member.Key);

    [TestCaseSource(nameof(Documents))]
    public void Server_ThatStandsFirst_HasNoVariables(ContractDocument document) =>
        Assert.That(document.Servers.First(), Does.Not.Contain("{"), "Generated clients take it as it is written.");

    [TestCaseSource(nameof(Operations))]
    public void Operation_AnswersEveryFailureWithTheErrorModel(ContractDocument document, YamlMappingNode operation)
    {
        var responses = ContractDocument.Map(operation, "responses");

        foreach (var family in (string[])["4XX", "5XX"])
        {
            Assert.That(document.Resolve(ContractDocument.Map(responses, family)), Is.SameAs(document.Component("#/components/responses/error")));
        }
    }

    [TestCaseSource(nameof(Operations))]
    public void Operation_ThatChangesOrDeletes_NamesTheVersionItMeans(ContractDocument document, YamlMappingNode operation)
    {
        var id = ContractDocument.Text(operation, "operationId")!;
        var needsVersion = id.StartsWith("update", StringComparison.Ordinal) || id.StartsWith("delete", StringComparison.Ordinal);

        var parameters = operation.Children.TryGetValue("parameters", out var list)
            ? ((YamlSequenceNode)list).Children.Select(p => document.Resolve((YamlMappingNode)p))
            : [];

        Assert.That(
            parameters.Any(p => ContractDocument.Text(p, "name") == "If-Match" && ContractDocument.Text(p, "required") == "true"),
            Is.EqualTo(needsVersion));
    }

    [TestCaseSource(nameof(Operations))]
    public void Operation_ThatCarriesJson_HasAnExampleOfIt(ContractDocument document, YamlMappingNode operation)
    {
        foreach (var (_, content) in document.ContentsOf(operation).Where(content => content.MediaType == "application/json"))
        {
            Assert.That(content.Children.Keys.Select(key => key.ToString()), Has.Some.EqualTo("example").Or.Some.EqualTo("examples"));
        }
    }

    [TestCaseSource(nameof(Members))]
    public void Member_IsDescribed(YamlMappingNode schema) =>
        Assert.That(ContractDocument.Text(schema, "description"), Is.Not.Null.And.Not.Empty);

    [TestCaseSource(nameof(Members))]
    public void Number_IsDecimal(YamlMappingNode schema) =>
        Assert.That(
            ContractDocument.Text(schema, "type") != "number" || ContractDocument.Text(schema, "format") == "decimal",
            "A bare number becomes a double, and money must not.");

    [TestCaseSource(nameof(BusinessCentralTexts))]
    public void BusinessCentralText_SaysHowItIsStored_AndItsLengthFollows(YamlMappingNode schema)
    {
        var type = StoredType().Match(ContractDocument.Text(schema, BusinessCentralType) ?? "");

        Assert.That(type.Success, "Whether a value comes back in upper case can only be told from its AL type.");
        Assert.That(ContractDocument.Text(schema, "maxLength") ?? "", Is.EqualTo(type.Groups["length"].Value));
    }

    [GeneratedRegex(@"^(?:(?:Code|Text)\[(?<length>\d+)\]|Text|Enum|DateFormula)$")]
    private static partial Regex StoredType();
}
