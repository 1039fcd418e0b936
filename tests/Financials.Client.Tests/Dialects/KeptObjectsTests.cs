using Financials.Client.Dialects;
using Financials.Client.Dialects.BusinessCentral;
using Financials.Client.Dialects.Documented;
using Financials.Client.Tests.Support;
using Central = Financials.Client.Dialects.BusinessCentral;

namespace Financials.Client.Tests.Dialects;

/// <summary>To make an address takes longer than the rest of a request, so addresses, and what makes them, are kept.</summary>
public class KeptObjectsTests
{
    private static readonly ServiceDialect Live = new BusinessCentralDialect(new("https://central.example/api/v2.0"));

    private static IEnumerable<TestCaseData> OfACompany() =>
        from dialect in new[] { Live, new DocumentedDialect(TestClients.BaseAddress) }
        let company = dialect.Company(Ids.Company)
        from property in typeof(CompanyDialect).GetProperties()
        select Case(() => property.GetValue(company), dialect.GetType().Name, property.Name);

    private static IEnumerable<TestCaseData> Others()
    {
        var documented = new DocumentedDialect(TestClients.BaseAddress);
        var customers = Live.Company(Ids.Company).Customers;
        return
        [
            Case(() => Live.Companies, nameof(BusinessCentralDialect), nameof(ServiceDialect.Companies)),
            Case(() => documented.Companies, nameof(DocumentedDialect), nameof(ServiceDialect.Companies)),
            Case(() => customers.Create(new() { DisplayName = "Coho" }).Address, "address of creates"),
            Case(() => customers.Batch, "creates of several"),
            Case(() => Live.Company(Guid.NewGuid()).Customers.Batch!.Create([new() { DisplayName = "Coho" }]).Address, "address of several, whatever the company"),
        ];
    }

    [TestCaseSource(nameof(OfACompany))]
    [TestCaseSource(nameof(Others))]
    public void Get_Again_GivesTheSame(Func<object?> get)
    {
        var first = get();

        Assert.That(first, Is.Not.Null);
        Assert.That(get(), Is.SameAs(first));
    }

    /// <summary>A wire model sets all its properties whenever it is written, so one that was written can be used again.</summary>
    [Test]
    public void WireModel_ThatWasGivenBack_IsUsedAgainWithNothingOfBefore()
    {
        var mapping = new Central.CustomerMapping();
        var wire = mapping.ToWire(new() { Number = "C1", DisplayName = "Coho" });

        mapping.Return(wire);
        var again = mapping.ToWire(new() { DisplayName = "Relecloud" });

        Assert.That(again, Is.SameAs(wire));
        Assert.That((again.Number, again.DisplayName), Is.EqualTo(((string?)null, "Relecloud")));
        Assert.That(mapping.ToWire(new()), Is.Not.SameAs(wire), "it is in use");
    }

    private static TestCaseData Case(Func<object?> get, params string[] name) => new TestCaseData(get).SetArgDisplayNames(name);
}
