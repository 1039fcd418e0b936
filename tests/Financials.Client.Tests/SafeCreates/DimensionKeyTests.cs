using System.Net;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>A dimension is there once: of a customer by its id, of a document by its id or its code. By that a lost create is found.</summary>
[CancelAfter(20_000)]
public class DimensionKeyTests
{
    private static readonly string Stored = Ids.Real(
        """{"@odata.etag":"W/\"1\"","id":"{dimension}","code":"AREA","dimensionId":"{dimension}","valueId":"{value}","valueCode":"30","dimensionValueId":"{value}"}""");

    private static IEnumerable<TestCaseData> Lost =>
    [
        Row("line by its code", "code eq 'AREA'", async (company, guard) => (await Lines(company).CreateAsync(new() { Code = "area", ValueCode = "30" }, guard)).Id),
        Row("line by its id", "id eq {dimension}", async (company, guard) => (await Lines(company).CreateAsync(new() { Id = Ids.Dimension, ValueId = Ids.Value }, guard)).Id),
        Row("line by its id before its code", "id eq {dimension}", async (company, guard) => (await Lines(company).CreateAsync(new() { Id = Ids.Dimension, Code = "area", ValueCode = "30" }, guard)).Id),
        Row(
            "default dimension",
            "dimensionId eq {dimension}",
            async (company, guard) => (await company.Customers[Ids.Customer].DefaultDimensions.CreateAsync(new() { DimensionId = Ids.Dimension, DimensionValueId = Ids.Value }, guard)).DimensionId),
    ];

    [TestCaseSource(nameof(Lost))]
    public async Task Create_ResponseLost_IsFoundByItsDimension(string filter, Func<CompanyClient, CancellationToken, Task<Guid?>> create, CancellationToken guard)
    {
        using var transport = Losing($$"""{"value":[{{Stored}}]}""");
        using var client = Client(transport);

        var found = await create(client.Companies[Ids.Company], guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.EqualTo(Ids.Dimension));
            Assert.That(transport.Requests.Select(request => request.Method), Is.EqualTo((string[])["POST", "GET"]));
            Assert.That(SentQuery.OptionsOf(transport.Requests[^1])["$filter"], Is.EqualTo(Ids.Real(filter)));
        }
    }

    [TestCaseSource(nameof(Lost))]
    public async Task Create_RequestLost_IsRetried(string filter, Func<CompanyClient, CancellationToken, Task<Guid?>> create, CancellationToken guard)
    {
        using var transport = Losing("""{"value":[]}""");
        using var client = Client(transport);

        Assert.That(await create(client.Companies[Ids.Company], guard), Is.EqualTo(Ids.Dimension), filter);
        Assert.That(transport.Requests.Select(request => request.Method), Is.EqualTo((string[])["POST", "GET", "POST"]));
    }

    [Test]
    public void Create_ResponseLostAndAnotherValueThere_IsNotTakenForIt()
    {
        using var transport = Losing($$"""{"value":[{{Stored}}]}""");
        using var client = Client(transport);
        Assert.That(
            () => Lines(client.Companies[Ids.Company]).CreateAsync(new() { Code = "AREA", ValueCode = "70" }), Throws.InstanceOf<FinancialsDuplicateException>());
    }

    private static DimensionSetLinesClient Lines(CompanyClient company) => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].DimensionSetLines;

    private static TestCaseData Row(string name, string filter, Func<CompanyClient, CancellationToken, Task<Guid?>> create) =>
        new TestCaseData(filter, create).SetArgDisplayNames(name);

    /// <summary>Loses the response to the first request.</summary>
    private static ScriptedTransport Losing(string found)
    {
        var posts = 0;
        return new(request => request.Method == "GET" ? ScriptedTransport.Json(found)
            : ++posts == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset")
            : ScriptedTransport.Json(Stored, HttpStatusCode.Created));
    }

    private static FinancialsClient Client(ScriptedTransport transport) => new(
        FinancialsService.BusinessCentral(new Uri("https://central.example/v2.0/contoso.com/production/api/v2.0"), "https://central.example/.default"),
        new StaticTokenCredential("token"),
        new FinancialsClientOptions { Transport = transport, TimeProvider = new ManualTime { SkipsDelays = true } });
}
