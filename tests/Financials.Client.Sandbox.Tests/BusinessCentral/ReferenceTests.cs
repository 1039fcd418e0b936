namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>References to what does not exist: each is refused, and nothing is created.</summary>
[TestFixture]
public sealed class ReferenceTests
{
    private const string Nobody = "11111111-1111-1111-1111-111111111111";

    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [TestCase("currencyId", "400 Application_DialogException: The \"currencyId\" does not match to a Currency.")]
    [TestCase("paymentTermsId", "400 Application_DialogException: The \"paymentTermsId\" does not match to a Payment Terms.")]
    [TestCase("shipmentMethodId", "400 Application_DialogException: The \"shipmentMethodId\" does not match to a Shipment Method.")]
    [TestCase("paymentMethodId", "400 Application_DialogException: The \"paymentMethodId\" does not match to a Payment Method.")]
    [TestCase("taxAreaId", "404 Internal_RecordNotFound: The Tax Area does not exist.")]
    public async Task Id_OfACustomer_ThatLeadsNowhere_IsRefused(string member, string refusal)
    {
        var count = _bench.Company.CustomerCount;
        var created = await _bench.SendAsync("POST /customers", $$"""{"displayName":"A","{{member}}":"{{Nobody}}"}""");
        var changed = await _bench.SendAsync($"PATCH /customers({_bench.Company.Customers[0].Id})", $$"""{"{{member}}":"{{Nobody}}"}""", ("If-Match", "*"));
        var cleared = await _bench.SendAsync("POST /customers", $$"""{"displayName":"A","{{member}}":"{{Guid.Empty}}"}""");
        Assert.That(
            (created.Refusal, changed.Refusal, cleared.Status, _bench.Company.CustomerCount), Is.EqualTo((refusal, refusal, 201, count + 1)));
    }

    [Test]
    public async Task Country_ThatTheCompanyDoesNotHave_IsRefusedUntilItHasIt()
    {
        const string body = """{"displayName":"A","country":"is"}""";
        var refused = await _bench.SendAsync("POST /customers", body);
        await _bench.CreateAsync("/countriesRegions", """{"code":"IS"}""");
        var taken = await _bench.SendAsync("POST /customers", body);
        Assert.That((refused.Refusal, taken.Status), Is.EqualTo((
            "400 Internal_InvalidTableRelation: The field Country/Region Code of table Customer contains a value (IS) that cannot be found in the related table (Country/Region).",
            201)));
    }

    [TestCase("sellToCountry", "Sell-to")]
    [TestCase("shipToCountry", "Ship-to")]
    public async Task Country_OfAnInvoice_HasToExist(string member, string field) => Assert.That(
        (await _bench.SendAsync("POST /salesInvoices", $$"""{"customerNumber":"20000","{{member}}":"XX"}""")).Message,
        Does.StartWith($"The field {field} Country/Region Code of table Sales Invoice Entity Aggregate contains a value (XX)"));

    [TestCase("paymentTermsId", "Application_DialogException")]
    [TestCase("shipmentMethodId", "Application_DialogException")]
    [TestCase("currencyId", "Application_DialogException")]
    [TestCase("customerId", "Application_DialogException")]
    [TestCase("billToCustomerId", "Application_DialogException")]
    public async Task Id_OfAnInvoice_ThatLeadsNowhere_IsRefused(string member, string code)
    {
        var customer = member == "customerId" ? "" : "\"customerNumber\":\"20000\",";
        Assert.That((await _bench.SendAsync("POST /salesInvoices", $$"""{{{customer}}"{{member}}":"{{Nobody}}"}""")).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task DisputeStatus_OfAPostedInvoice_HasToExist()
    {
        var posted = _bench.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Open);
        var refused = await _bench.SendAsync($"PATCH /salesInvoices({posted.Id})", $$"""{"disputeStatusId":"{{Nobody}}"}""", ("If-Match", "*"));
        Assert.That(refused.Refusal, Is.EqualTo("400 Application_DialogException: The \"disputeStatusId\" does not match to a Dispute Status."));
    }

    [TestCase("accountId", "Application_DialogException")]
    [TestCase("itemId", "Application_DialogException")]
    [TestCase("unitOfMeasureId", "Internal_InvalidTableRelation")]
    [TestCase("itemVariantId", "Internal_InvalidTableRelation")]
    [TestCase("locationId", "Internal_InvalidTableRelation")]
    public async Task Id_OfAnInvoiceLine_ThatLeadsNowhere_IsRefused(string member, string code)
    {
        var draft = _bench.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Draft);
        var refused = await _bench.SendAsync($"POST /salesInvoices({draft.Id})/salesInvoiceLines", $$"""{"lineType":"Comment","{{member}}":"{{Nobody}}"}""");
        Assert.That((refused.Status, refused.Code), Is.EqualTo((400, code)), refused.Text);
    }
}
