using System.Text.RegularExpressions;
using System.Xml;
using Financials.Client.Sandbox.Tests.Model;
using Financials.Client.Tests.Contract;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>What the sandbox says of itself, read by Microsoft's own reader and held against the contract.</summary>
[TestFixture]
public sealed partial class MetadataTests
{
    private IEdmModel _model = null!;

    [OneTimeSetUp]
    public async Task Read()
    {
        await using var bench = await CentralBench.StartAsync();
        var answer = await bench.SendToAsync("GET /$metadata");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        using var xml = XmlReader.Create(new StringReader(answer.Text));
        _model = CsdlReader.Parse(xml);
    }

    [Test]
    public void Document_ReadByMicrosoftsReader_HasNoFaults()
    {
        _model.Validate(out var faults);
        Assert.That(
            faults.Select(fault => fault.ErrorMessage).Where(message => !message.EndsWith("'_x0020_'.", StringComparison.Ordinal)), Is.Empty,
            "the service's own name of the blank option is one that this reader takes and then complains about");
    }

    [Test]
    public void Properties_OfEachEntity_AreThoseOfTheContract()
    {
        var problems = new List<string>();
        foreach (var type in _model.SchemaElements.OfType<IEdmEntityType>().Where(type => type.Name != "salesCreditMemo"))
        {
            var expected = ContractKind.ValuesOf(type.Name).Select(property => $"{type.Name}.{property.Key}: {EdmTypeOf(ContractKind.Of(property.Value))}");
            var declared = type.DeclaredStructuralProperties().Where(property => !property.Type.IsStream())
                .Select(property => $"{type.Name}.{property.Name}: {Described(property.Type)}");
            problems.AddRange(expected.Except(declared).Select(missing => $"missing {missing}"));
            problems.AddRange(declared.Except(expected).Select(extra => $"extra {extra}"));
        }

        Assert.That(problems, Is.Empty);
    }

    /// <summary>Every address of the contract can be walked from set to navigation to action.</summary>
    [Test]
    public void Addresses_OfTheContract_LeadThroughTheModel()
    {
        var lost = ContractDocument.BusinessCentral.Operations.Select(operation => operation.Line.Split(' ')[1]).Distinct()
            .Where(path => path != "/$batch" && !Leads(path));
        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void Sets_OfTheContainer_AreThoseBehindACompany()
    {
        var company = (IEdmEntityType)_model.FindDeclaredType("Microsoft.NAV.company");
        Assert.That(
            _model.EntityContainer.EntitySets().Select(set => set.Name),
            Is.EquivalentTo(company.NavigationProperties().Select(property => property.Name).Prepend("companies")).And.Contains("customers"));
    }

    [Test]
    public async Task Document_OfTheDocumentedSurface_IsNotThere()
    {
        await using var bench = await CentralBench.StartAsync();
        Assert.That((await bench.Documented.SendToAsync("GET /$metadata")).Status, Is.EqualTo(404));
    }

    private bool Leads(string path)
    {
        var segments = Key().Replace(path, "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = _model.EntityContainer.FindEntitySet(segments[0])?.EntityType();
        foreach (var segment in segments[1..])
        {
            if (at is null)
            {
                return false;
            }

            if (segment == "$count" || at.FindProperty(segment) is IEdmStructuralProperty)
            {
                continue;
            }

            if (segment.StartsWith("Microsoft.NAV.", StringComparison.Ordinal))
            {
                return _model.FindDeclaredBoundOperations(segment, at).Any();
            }

            at = (at.FindProperty(segment) as IEdmNavigationProperty)?.ToEntityType();
        }

        return at is not null;
    }

    private static string Described(IEdmTypeReference type) => type switch
    {
        _ when type.IsEnum() => "option",
        IEdmStringTypeReference { MaxLength: { } length } => $"Edm.String {length}",
        _ => type.FullName(),
    };

    private static string EdmTypeOf(string kind) => kind switch
    {
        "Id" => "Edm.Guid",
        "Date" => "Edm.Date",
        "Instant" => "Edm.DateTimeOffset",
        "Integer" => "Edm.Int32",
        "Decimal" or "Amount" => "Edm.Decimal",
        "Flag" => "Edm.Boolean",
        "Option" => "option",
        _ => kind.Split('[', ']') is [_, var length, _] ? $"Edm.String {length}" : "Edm.String",
    };

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
