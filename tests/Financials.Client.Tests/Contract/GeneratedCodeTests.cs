using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Financials.Client.Generated.BusinessCentral;
using Financials.Client.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using NUnit.Framework.Constraints;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>The wire layer is what Kiota makes of the contract as it stands: not of an older one, and not edited since.</summary>
public partial class GeneratedCodeTests
{
    private const string Generated = "Financials.Client.Generated";

    private static IEnumerable<ContractDocument> Documents() => ContractDocument.All;

    [TestCaseSource(nameof(Documents))]
    public void Files_AreThoseThatWereRecordedWhenTheyWereGenerated(ContractDocument document)
    {
        var (path, folder) = (document.Path, $"src/Financials.Client/Generated/{document}");
        var recorded = File.ReadLines(Repository.PathOf(folder + ".sha256"));

        var actual =
            from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories).Append(Repository.PathOf(path))
            let hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))
            select $"{hash}  {Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')}";

        Assert.That(
            actual.Except(recorded).Concat(recorded.Except(actual)).Select(line => line.Split("  ")[1]).Distinct(),
            Is.Empty,
            "The contract changed, or its output did. Never edit the output; run openapi/generate.sh and commit what it makes.");
    }

    [TestCaseSource(nameof(Documents))]
    public void RequestBuilders_OfferExactlyTheOperationsOfTheContract(ContractDocument document)
    {
        var generated =
            from builder in GeneratedTypes<BaseRequestBuilder>(document)
            let path = QueryExpression().Replace(UrlTemplateOf(builder), "").Replace("{+baseurl}", "", StringComparison.Ordinal)
            from method in builder.GetMethods()
            let match = ToRequestInformation().Match(method.Name)
            where match.Success
            select $"{match.Groups[1].Value.ToUpperInvariant()} {path}";

        Assert.That(generated, Is.EquivalentTo(document.Operations.Select(operation => operation.Line)));
    }

    [Test]
    public void RequestBuilders_OfBusinessCentral_PutKeysIntoParentheses()
    {
        var adapter = Kiota.KiotaRequests.Adapter(new("https://service.example/api/v2.0"));
        var company = new BusinessCentralApi(adapter).CompaniesWithCompanyId(new("7c6d5e4f-0a1b-4c2d-8e3f-94a5b6c7d801"));

        var request = company.SalesInvoicesWithSalesInvoiceId(new("0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b6a")).MicrosoftNAVPost.ToPostRequestInformation();

        Assert.That(
            request.URI.AbsoluteUri,
            Is.EqualTo(
                "https://service.example/api/v2.0/companies(7c6d5e4f-0a1b-4c2d-8e3f-94a5b6c7d801)/" +
                "salesInvoices(0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b6a)/Microsoft.NAV.post"));
    }

    [TestCaseSource(nameof(Documents))]
    public void ErrorModel_SpeaksWithTheMessageOfTheService(ContractDocument document)
    {
        Type Model(string name) => GeneratedTypes<IParsable>(document).Single(model => model.Name == name);
        var (error, main) = ((Exception)Activator.CreateInstance(Model("OdataError"))!, Activator.CreateInstance(Model("MainError"))!);
        main.GetType().GetProperty("Message")!.SetValue(main, "There is nothing to post.");
        error.GetType().GetProperty("Error")!.SetValue(error, main);

        Assert.That(error.Message, Is.EqualTo("There is nothing to post."));
    }

    [TestCaseSource(nameof(Documents))]
    public void Models_HaveExactlyTheMembersOfTheContract(ContractDocument document)
    {
        var generated = GeneratedTypes<IParsable>(document).ToDictionary(
            model => model.Name.ToUpperInvariant(),
            model => ((IParsable)Activator.CreateInstance(model)!).GetFieldDeserializers().Keys.Order(StringComparer.Ordinal));
        var contract = document.Schemas.ToDictionary(
            schema => schema.Key.ToUpperInvariant(),
            schema => schema.Value.Keys.Order(StringComparer.Ordinal));

        Assert.That(generated, Is.EquivalentTo(contract));
    }

    [TestCaseSource(nameof(Documents))]
    public void Members_HaveTheTypesOfTheContract(ContractDocument document)
    {
        var members =
            from model in GeneratedTypes<IParsable>(document)
            from schema in document.Schemas
            where schema.Key.Equals(model.Name, StringComparison.OrdinalIgnoreCase)
            from member in schema.Value
            let name = string.Concat(member.Key.Where(char.IsAsciiLetterOrDigit))
            let property = model.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)!
            select (Name: $"{model.Name}.{member.Key}", Schema: member.Value, Property: property);

        var compared = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, schema, property) in members)
            {
                compared++;
                Assert.That(property.PropertyType, ExpectedType(schema), name);
                Assert.That(
                    property.GetSetMethod() is null,
                    Is.EqualTo(ContractDocument.Text(schema, "readOnly") == "true"),
                    $"{name}: only what the contract does not mark read-only may be set, and so be sent.");
            }
        }

        Assert.That(compared, Is.EqualTo(document.Schemas.Sum(schema => schema.Value.Count)));
    }

    private static Constraint ExpectedType(YamlMappingNode schema) =>
        (ContractDocument.Text(schema, "type"), ContractDocument.Text(schema, "format")) switch
        {
            ("string", null or "email" or "uri") => Is.EqualTo(typeof(string)),
            ("string", "uuid") => Is.EqualTo(typeof(Guid?)),
            ("string", "date") => Is.EqualTo(typeof(Date?)),
            ("string", "date-time") => Is.EqualTo(typeof(DateTimeOffset?)),
            ("boolean", null) => Is.EqualTo(typeof(bool?)),
            ("integer", "int32") => Is.EqualTo(typeof(int?)),
            ("number", "decimal") => Is.EqualTo(typeof(decimal?)),
            ("array", null) => Has.Property(nameof(Type.IsGenericType)).True,
            (null, null) => Is.Not.Null.And.Matches<Type>(type => typeof(IParsable).IsAssignableFrom(type)),
            var (type, format) => throw new AssertionException($"The contract has a {type} of format {format}: say here what it becomes."),
        };

    private static IEnumerable<Type> GeneratedTypes<TBase>(ContractDocument document) => typeof(FinancialsClient).Assembly.GetTypes()
        .Where(type => typeof(TBase).IsAssignableFrom(type) && $"{type.Namespace}.".StartsWith($"{Generated}.{document}.", StringComparison.Ordinal));

    private static string UrlTemplateOf(Type builder)
    {
        var adapter = Kiota.KiotaRequests.Adapter(TestClients.BaseAddress);
        object[] arguments = builder.Name.EndsWith("Api", StringComparison.Ordinal) ? [adapter] : ["https://service.example", adapter];
        return (string)builder.GetProperty("UrlTemplate", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(Activator.CreateInstance(builder, arguments))!;
    }

    [GeneratedRegex(@"\{\?.*\}")]
    private static partial Regex QueryExpression();

    [GeneratedRegex("^To(.*)RequestInformation$")]
    private static partial Regex ToRequestInformation();
}
