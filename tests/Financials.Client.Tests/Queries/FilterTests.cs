using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>Each condition reaches the service as the filter that means the same, whatever the machine's culture.</summary>
public sealed class FilterTests
{
    private static readonly string[] Cultures = ["", "da-DK", "fa-IR"];

    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.Texts))]
    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.Negations))]
    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.Numbers))]
    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.OtherTypes))]
    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.ValueFirst))]
    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.Combinations))]
    [TestCaseSource(typeof(FilterCases), nameof(FilterCases.Nothing))]
    [TestCaseSource(typeof(FilterValueCases), nameof(FilterValueCases.All))]
    public async Task Where_Condition_SendsTheFilterThatMeansTheSame(Func<Task<string?>> send, string filter)
    {
        foreach (var culture in Cultures)
        {
            using var place = new CultureAndZone(culture);
            Assert.That(await send(), Is.EqualTo(filter), culture);
        }
    }

    /// <summary>API v2.0 writes the names of options as names in XML are, and the documented service as they read.</summary>
    [Test]
    public async Task Where_Options_AreWrittenAsTheServiceWritesThem()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.BusinessCentral(transport);
        var company = client.Company();

        await company.SalesInvoices.Where(i => i.Status == SalesInvoiceStatus.InReview).ToListAsync();
        await company.Customers.Where(c => c.Type == new CustomerType("Semi-public")).ToListAsync();
        await company.Customers.Where(c => c.Type == null).ToListAsync();
        await company.Customers[Ids.Customer].DefaultDimensions.Where(d => d.PostingValidation == new PostingValidation("No Code")).ToListAsync();
        await company.SalesInvoices[Ids.Invoice].Lines.Where(l => l.Type == new SalesInvoiceLineType("Fixed Asset")).ToListAsync();
        await company.SalesInvoices[Ids.Invoice].Attachments.Where(a => a.ParentType == new AttachmentParentType("Sales Order")).ToListAsync();
        await company.CountriesAndRegions.Where(c => c.AddressFormat == new CountryAddressFormat("Post Code")).ToListAsync();
        await company.TaxAreas.Where(a => a.TaxType == new TaxType("Sales Tax")).ToListAsync();

        Assert.That(
            transport.Requests.Select(request => SentQuery.OptionsOf(request)["$filter"]),
            Is.EqualTo((string[])
            [
                "status eq 'In_x0020_Review'", "type eq 'Semi_x002D_public'", "type eq '_x0020_'", "postingValidation eq 'No_x0020_Code'",
                "lineType eq 'Fixed_x0020_Asset'", "parentType eq 'Sales_x0020_Order'", "addressFormat eq 'Post_x0020_Code'", "taxType eq 'Sales_x0020_Tax'",
            ]));
    }

    [Test]
    public async Task Where_Twice_AsksForBoth() => Assert.That(
        await SentQuery.FilterAsync(company => company.Customers
            .Where(c => c.Number == "1" || c.Number == "2")
            .Where(c => c.Balance > 0)
            .Where(c => c.Type == CustomerType.Person || c.Type == CustomerType.Company)),
        Is.EqualTo("(number eq '1' or number eq '2') and balance gt 0 and (type eq 'Person' or type eq 'Company')"));

    [Test]
    public async Task Where_OnAQuery_LeavesThatQueryAsItWas()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);
        var owing = client.Company().Customers.Where(c => c.Balance > 0);
        _ = owing.Where(c => c.TaxLiable == true).OrderBy(c => c.Number).Take(1);

        await owing.ToListAsync();

        Assert.That(SentQuery.OptionsOf(transport.Requests.Single()), Is.EquivalentTo(new Dictionary<string, string> { ["$filter"] = "balance gt 0" }));
    }

    [Test]
    public async Task Where_Never_SendsNoFilter() =>
        Assert.That(await SentQuery.OptionsAsync(company => company.Customers.Take(5)), Is.EquivalentTo(new Dictionary<string, string> { ["$top"] = "5" }));
}
