using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>What the contract owes its readers and generators, beyond being valid.</summary>
public class ContractRulesTests
{
    private static IEnumerable<TestCaseData> Operations() =>
        ContractDocument.Documented.Operations.Select(o => new TestCaseData(o.Operation).SetArgDisplayNames(o.Line));

    private static IEnumerable<TestCaseData> Members() =>
        from schema in ContractDocument.Documented.Schemas
        from member in schema.Value
        select new TestCaseData(member.Value).SetArgDisplayNames(schema.Key, member.Key);

    [TestCaseSource(nameof(Operations))]
    public void Operation_AnswersEveryFailureWithTheErrorModel(YamlMappingNode operation)
    {
        var responses = ContractDocument.Map(operation, "responses");

        foreach (var family in (string[])["4XX", "5XX"])
        {
            Assert.That(ContractDocument.Text(ContractDocument.Map(responses, family), "$ref"), Is.EqualTo("#/components/responses/error"));
        }
    }

    [TestCaseSource(nameof(Operations))]
    public void Operation_ThatChangesOrDeletes_NamesTheVersionItMeans(YamlMappingNode operation)
    {
        var id = ContractDocument.Text(operation, "operationId")!;
        var needsVersion = id.StartsWith("update", StringComparison.Ordinal) || id.StartsWith("delete", StringComparison.Ordinal);

        var parameters = operation.Children.TryGetValue("parameters", out var list)
            ? ((YamlSequenceNode)list).Children.Select(p => ContractDocument.Documented.Resolve((YamlMappingNode)p))
            : [];

        Assert.That(
            parameters.Any(p => ContractDocument.Text(p, "name") == "If-Match" && ContractDocument.Text(p, "required") == "true"),
            Is.EqualTo(needsVersion));
    }

    [TestCaseSource(nameof(Members))]
    public void Member_IsDescribed(YamlMappingNode schema) =>
        Assert.That(ContractDocument.Text(schema, "description"), Is.Not.Null.And.Not.Empty);

    [TestCaseSource(nameof(Members))]
    public void Number_IsDecimal(YamlMappingNode schema) =>
        Assert.That(
            ContractDocument.Text(schema, "type") != "number" || ContractDocument.Text(schema, "format") == "decimal",
            "A bare number becomes a double, and money must not.");
}
