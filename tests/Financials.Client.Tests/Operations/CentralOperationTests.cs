using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>What only Business Central's API v2.0 has sends its request and reads its response.</summary>
public class CentralOperationTests
{
    private const string Nothing = "00000000-0000-0000-0000-000000000000";

    private static readonly Uri BaseAddress = new("https://central.example/v2.0/contoso.com/production/api/v2.0/");

    private static IEnumerable<TestCaseData> Rows() => CentralOperations.Operations.Select(row => new TestCaseData(row).SetArgDisplayNames(row.Name));

    [TestCaseSource(nameof(Rows))]
    public async Task Operation_Called_SendsItsRequestAndReadsItsResponse(object row)
    {
        var expected = (Operation)row;
        using var transport = ScriptedTransport.Answering(expected.Answer, (HttpStatusCode)expected.Status);
        using var client = TestClients.BusinessCentral(transport);

        var result = await expected.Call(client);

        var request = transport.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(LineOf(request), Is.EqualTo(expected.Line));
            Assert.That(request.Headers["Accept"], Does.StartWith(expected.Accept));
            Assert.That(request.Headers.GetValueOrDefault("If-Match"), Is.EqualTo(expected.IfMatch));
            Assert.That(result, Is.EqualTo(expected.Result));
            if (expected.Body is null)
            {
                Assert.That(request.Body, Is.Empty);
            }
            else
            {
                JsonAssert.AreEqual(request.Body, expected.Body);
            }
        }
    }

    [Test]
    public async Task Get_ValuesThatMeanNothing_AreNull()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(
            request,
            $$"""{"code":"","dimensionId":"{{Nothing}}","dimensionCode":"","dimensionValueId":"{{Nothing}}","parentId":"{{Nothing}}","postingValidation":"_x0020_","taxType":"","addressFormat":"_x0020_","documentType":"_x0020_","postingDate":"0001-01-01","accountId":"{{Nothing}}","category":" ","valueId":"{{Nothing}}","lastModifiedDateTime":"0001-01-01T00:00:00Z"}"""));
        using var client = TestClients.BusinessCentral(transport);
        var company = client.Companies[Ids.Company];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await company.TaxAreas.GetAsync(Ids.Other), Is.EqualTo(new TaxArea { Id = Ids.Other }));
            Assert.That(await company.CountriesAndRegions.GetAsync(Ids.Other), Is.EqualTo(new CountryRegion { Id = Ids.Other }));
            Assert.That(await company.Accounts.GetAsync(Ids.Other), Is.EqualTo(new Account { Id = Ids.Other }));
            Assert.That(await company.GeneralLedgerEntries.GetAsync(Ids.Other), Is.EqualTo(new GeneralLedgerEntry { Id = Ids.Other }));
            Assert.That(await company.Dimensions.GetAsync(Ids.Other), Is.EqualTo(new Dimension { Id = Ids.Other }));
            Assert.That(await company.Dimensions[Ids.Dimension].Values.GetAsync(Ids.Other), Is.EqualTo(new DimensionValue { Id = Ids.Other }));
            Assert.That(await company.Customers[Ids.Customer].DefaultDimensions.GetAsync(Ids.Other), Is.EqualTo(new DefaultDimension { Id = Ids.Other }));
            Assert.That(await company.SalesInvoices[Ids.Invoice].DimensionSetLines.GetAsync(Ids.Other), Is.EqualTo(new DimensionSetLine { Id = Ids.Other }));
        }
    }

    [Test]
    public void Create_WithoutWhatEveryCreateNeeds_IsRefusedBeforeAnythingIsSent()
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.BusinessCentral(transport);
        var company = client.Companies[Ids.Company];
        var lines = company.SalesInvoices[Ids.Invoice].DimensionSetLines;
        using (Assert.EnterMultipleScope())
        {
            Refused(() => company.TaxAreas.CreateAsync(new() { DisplayName = "X" }), "A tax area cannot be created without a Code.");
            Refused(() => company.CountriesAndRegions.CreateAsync(new() { Code = " " }), "A country or region cannot be created without a Code.");
            Refused(
                () => company.Customers[Ids.Customer].DefaultDimensions.CreateAsync(new() { DimensionValueId = Ids.Value, DimensionId = Guid.Empty }),
                "A default dimension cannot be created without a DimensionId.");
            Refused(() => lines.CreateAsync(new() { ValueCode = "30" }), "A dimension set line cannot be created without a Code or Id.");
            Refused(() => lines.CreateAsync(new() { Code = "AREA" }), "A dimension set line cannot be created without a ValueCode or ValueId.");
            Assert.That(transport.Requests, Is.Empty);
        }

        static void Refused(Func<Task> create, string message) => Assert.That(() => create(), Throws.ArgumentException.With.Message.StartsWith(message));
    }

    /// <summary>The address of the other dimension is that of another line.</summary>
    [Test]
    public void Update_OfALineWithAnotherDimension_ChangesNoOtherLine()
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.BusinessCentral(transport);
        var lines = client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].DimensionSetLines;
        var read = FinancialsModelFactory.DimensionSetLine(new() { Id = Ids.Dimension, Code = "AREA", ValueCode = "30" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => lines.UpdateAsync(read with { Id = Ids.Other }), Throws.ArgumentException.With.Message.StartsWith("A dimension set line keeps its dimension."));
            Assert.That(() => lines.UpdateAsync(Ids.Dimension, read with { Code = "DEPARTMENT" }), Throws.ArgumentException);
            Assert.That(() => lines.UpdateAsync(new() { Id = Ids.Dimension, ValueCode = "30" }), Throws.ArgumentException.With.Message.Contains("was not read from the service"));
            Assert.That(transport.Requests, Is.Empty);
        }
    }

    [Test]
    public void GetByCode_WithoutSuchACode_NamesThoseThatThereAre()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Json(Ids.Real(request.Target.Query.Contains("filter", StringComparison.Ordinal)
            ? """{"value":[]}"""
            : """{"value":[{"id":"{value}","code":"30","number":"10100"},{"id":"{other}","code":"70","number":"10200"}]}""")));
        using var client = TestClients.BusinessCentral(transport);
        var company = client.Companies[Ids.Company];
        using (Assert.EnterMultipleScope())
        {
            Missing(() => company.Accounts.GetByNumberAsync("1"), "The company has no account '1'. There are '10100', '10200'.");
            Missing(() => company.Dimensions.GetByCodeAsync("x"), "The company has no dimension 'X'. There are '30', '70'.");
            Missing(() => company.Dimensions[Ids.Dimension].Values.GetByCodeAsync("x"), "The dimension has no value 'X'. There are '30', '70'.");
            Assert.That(() => company.Accounts.GetByNumberAsync(" "), Throws.ArgumentException);
        }

        static void Missing(Func<Task> call, string message) => Assert.That(() => call(), Throws.InstanceOf<FinancialsNotFoundException>().With.Message.EqualTo(message));
    }

    private static string LineOf(RecordedRequest request)
    {
        var options = request.Target.Query.TrimStart('?').Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal);
        var query = request.Target.Query is "" ? "" : "?" + string.Join('&', options);
        return Ids.Named($"{request.Method} {BaseAddress.MakeRelativeUri(new Uri(request.Target.GetLeftPart(UriPartial.Path)))}{query}");
    }
}
