using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>What the contract owes its readers and generators, beyond being valid.</summary>
public partial class ContractRulesTests
{
    private const string BusinessCentralType = "x-business-central-type";

    private static IEnumerable<ContractDocument> Documents() => ContractDocument.All;

    [TestCaseSource(nameof(Documents))]
    public void Server_ThatStandsFirst_HasNoVariables(ContractDocument document) =>
        Assert.That(document.Servers.First(), Does.Not.Contain("{"), "Generated clients take it as it is written.");

    [TestCaseSource(nameof(Documents))]
    public void Operations_AnswerEveryFailureWithTheErrorModel(ContractDocument document)
    {
        var error = document.Component("#/components/responses/error");

        Assert.That(
            from operation in document.Operations
            from family in (string[])["4XX", "5XX"]
            where document.Resolve(ContractDocument.Map(ContractDocument.Map(operation.Operation, "responses"), family)) != error
            select $"{operation.Line}: {family}",
            Is.Empty);
    }

    [TestCaseSource(nameof(Documents))]
    public void Operations_ThatChangeOrDelete_NameTheVersionTheyMean(ContractDocument document)
    {
        Assert.That(
            from operation in document.Operations
            let id = ContractDocument.Text(operation.Operation, "operationId")!
            let needsVersion = id.StartsWith("update", StringComparison.Ordinal) || id.StartsWith("delete", StringComparison.Ordinal)
            where NamesVersion(operation.Operation) != needsVersion
            select operation.Line,
            Is.Empty);

        bool NamesVersion(YamlMappingNode operation) =>
            operation.Children.TryGetValue("parameters", out var list) &&
            ((YamlSequenceNode)list).Children.Select(p => document.Resolve((YamlMappingNode)p))
                .Any(p => ContractDocument.Text(p, "name") == "If-Match" && ContractDocument.Text(p, "required") == "true");
    }

    [TestCaseSource(nameof(Documents))]
    public void Operations_ThatCarryJson_HaveAnExampleOfIt(ContractDocument document) => Assert.That(
        from operation in document.Operations
        from content in document.ContentsOf(operation.Operation)
        where content.MediaType == "application/json"
        where !content.Content.Children.Keys.Any(key => key.ToString() is "example" or "examples")
        select operation.Line,
        Is.Empty);

    [TestCaseSource(nameof(Documents))]
    public void Members_AreDescribed(ContractDocument document) => Assert.That(
        Members(document).Where(member => string.IsNullOrEmpty(ContractDocument.Text(member.Schema, "description"))).Select(member => member.Name), Is.Empty);

    [TestCaseSource(nameof(Documents))]
    public void Numbers_AreDecimal(ContractDocument document) => Assert.That(
        Members(document)
            .Where(member => ContractDocument.Text(member.Schema, "type") == "number" && ContractDocument.Text(member.Schema, "format") != "decimal")
            .Select(member => member.Name),
        Is.Empty,
        "A bare number becomes a double, and money must not.");

    /// <summary>Whether a value comes back in upper case can only be told from its AL type.</summary>
    [Test]
    public void BusinessCentralTexts_SayHowTheyAreStored_AndTheirLengthFollows()
    {
        var texts = (
            from schema in ContractDocument.BusinessCentral.Schemas
            where schema.Value.ContainsKey("@odata.etag") && schema.Key != "company" // The platform's own, not of an AL page.
            from member in schema.Value
            where !member.Key.Contains('@', StringComparison.Ordinal)
            where ContractDocument.Text(member.Value, "type") == "string" && ContractDocument.Text(member.Value, "format") is null
            select (Name: $"{schema.Key}.{member.Key}", Schema: member.Value)).ToList();

        Assert.That(texts, Has.Count.GreaterThan(100), "there are texts");
        Assert.That(
            from text in texts
            let type = StoredType().Match(ContractDocument.Text(text.Schema, BusinessCentralType) ?? "")
            where !type.Success || (ContractDocument.Text(text.Schema, "maxLength") ?? "") != type.Groups["length"].Value
            select text.Name,
            Is.Empty);
    }

    private static List<(string Name, YamlMappingNode Schema)> Members(ContractDocument document)
    {
        List<(string, YamlMappingNode)> members = [.. document.Schemas.SelectMany(schema => schema.Value.Select(member => ($"{schema.Key}.{member.Key}", member.Value)))];
        Assert.That(members, Has.Count.GreaterThan(100), "there are members");
        return members;
    }

    [GeneratedRegex(@"^(?:(?:Code|Text)\[(?<length>\d+)\]|Text|Enum|DateFormula)$")]
    private static partial Regex StoredType();
}
