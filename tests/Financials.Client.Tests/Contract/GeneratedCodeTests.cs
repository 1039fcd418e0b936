using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using NUnit.Framework.Constraints;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>The wire layer is what Kiota makes of the contract as it stands: not of an older one, and not edited since.</summary>
public partial class GeneratedCodeTests
{
    private const string GeneratedNamespace = "Financials.Client.Generated.Documented";
    private const string GeneratedFolder = "src/Financials.Client/Generated/Documented";

    [Test]
    public void Files_AreThoseThatWereRecordedWhenTheyWereGenerated()
    {
        var recorded = File.ReadLines(Repository.PathOf(GeneratedFolder + ".sha256"));

        var actual =
            from file in Directory.EnumerateFiles(Repository.PathOf(GeneratedFolder), "*", SearchOption.AllDirectories)
                .Append(Repository.PathOf("openapi/financials.yaml"))
            let hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))
            select $"{hash}  {Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')}";

        Assert.That(
            actual.Except(recorded).Concat(recorded.Except(actual)).Select(line => line.Split("  ")[1]).Distinct(),
            Is.Empty,
            "The contract changed, or its output did. Never edit the output; run openapi/generate.sh and commit what it makes.");
    }

    [Test]
    public void RequestBuilders_OfferExactlyTheOperationsOfTheContract()
    {
        var generated =
            from builder in GeneratedTypes<BaseRequestBuilder>()
            let path = QueryExpression().Replace(UrlTemplateOf(builder), "").Replace("{+baseurl}", "", StringComparison.Ordinal)
            from method in builder.GetMethods()
            let match = ToRequestInformation().Match(method.Name)
            where match.Success
            select $"{match.Groups[1].Value.ToUpperInvariant()} {path}";

        Assert.That(generated, Is.EquivalentTo(ContractDocument.Documented.Operations.Select(o => o.Line)));
    }

    [Test]
    public void Models_HaveExactlyTheMembersOfTheContract()
    {
        var generated = GeneratedTypes<IParsable>().ToDictionary(
            model => model.Name.ToUpperInvariant(),
            model => ((IParsable)Activator.CreateInstance(model)!).GetFieldDeserializers().Keys.Order(StringComparer.Ordinal));
        var contract = ContractDocument.Documented.Schemas.ToDictionary(
            schema => schema.Key.ToUpperInvariant(),
            schema => schema.Value.Keys.Order(StringComparer.Ordinal));

        Assert.That(generated, Is.EquivalentTo(contract));
    }

    [TestCaseSource(nameof(Members))]
    public void Member_HasTheTypeOfTheContract(Type model, string member, YamlMappingNode schema)
    {
        var name = string.Concat(member.Where(char.IsAsciiLetterOrDigit));
        var property = model.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)!;

        Assert.That(property.PropertyType, ExpectedType(schema));
        Assert.That(
            property.GetSetMethod() is null,
            Is.EqualTo(ContractDocument.Text(schema, "readOnly") == "true"),
            "Only what the contract does not mark read-only may be set, and so be sent.");
    }

    private static IEnumerable<TestCaseData> Members() =>
        from model in GeneratedTypes<IParsable>()
        from schema in ContractDocument.Documented.Schemas
        where schema.Key.Equals(model.Name, StringComparison.OrdinalIgnoreCase)
        from member in schema.Value
        select new TestCaseData(model, member.Key, member.Value).SetArgDisplayNames(model.Name, member.Key);

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

    private static IEnumerable<Type> GeneratedTypes<TBase>() => typeof(FinancialsClient).Assembly.GetTypes()
        .Where(type => typeof(TBase).IsAssignableFrom(type) && type.Namespace!.StartsWith(GeneratedNamespace, StringComparison.Ordinal));

    private static string UrlTemplateOf(Type builder)
    {
        var adapter = Kiota.KiotaRequests.Adapter(TestClients.BaseAddress);
        object[] arguments = builder.Name == "DocumentedApi" ? [adapter] : ["https://service.example", adapter];
        return (string)builder.GetProperty("UrlTemplate", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(Activator.CreateInstance(builder, arguments))!;
    }

    [GeneratedRegex(@"\{\?.*\}")]
    private static partial Regex QueryExpression();

    [GeneratedRegex("^To(.*)RequestInformation$")]
    private static partial Regex ToRequestInformation();
}
