using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Dimensions, those of customers, and those of payments and invoices.</summary>
[TestFixture]
public sealed class DimensionTests
{
    private CentralBench _bench = null!;
    private JsonNode _department = null!;
    private string _payment = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await CentralBench.StartAsync();
        _department = (await _bench.GetAsync("/dimensions?$filter=code eq 'DEPARTMENT'&$expand=dimensionValues"))["value"]![0]!;
        _payment = $"/customerPayments({(await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"21000","amount":-1}"""))["id"]})";
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Dimensions_AndTheirValues_CanOnlyBeRead()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_department["dimensionValues"]!.AsArray().Select(value => $"{value!["code"]}"), Is.EqualTo(["ADM", "PROD", "SALES"]));
            Assert.That(await _bench.ListAsync("/dimensionValues?$filter=code eq 'PROD'", "dimensionId"), Is.EqualTo($"{_department["id"]}"));
            Assert.That(await _bench.ListAsync($"/dimensions({_department["id"]})/dimensionValues", "code"), Is.EqualTo("ADM PROD SALES"));
            Assert.That((await _bench.SendAsync("POST /dimensions", """{"code":"X"}""")).Status, Is.EqualTo(405));
            Assert.That((await _bench.SendAsync("POST /dimensionValues", $$"""{"dimensionId":"{{_department["id"]}}","code":"X"}""")).Status, Is.EqualTo(405));
        }
    }

    [Test]
    public async Task DimensionSetLines_OfAPostedPayment_AreThoseOfItsLedgerEntries()
    {
        await _bench.CreateAsync($"{_payment}/dimensionSetLines", """{"code":"department","valueCode":"sales"}""");
        _bench.Company.PostJournal(_bench.Documented.JournalId);
        var entry = (await _bench.GetAsync("/generalLedgerEntries?$orderby=entryNumber desc&$top=1&$expand=dimensionSetLines,account,attachments"))["value"]![0]!;
        var path = $"/generalLedgerEntries({entry["id"]})";
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{entry["dimensionSetLines"]![0]!["valueCode"]}", Is.EqualTo("SALES"));
            Assert.That($"{entry["dimensionSetLines"]![0]!["parentType"]} {entry["dimensionSetLines"]![0]!["parentId"]}", Is.EqualTo($"General_x0020_Ledger_x0020_Entry {entry["id"]}"));
            Assert.That(await _bench.ListAsync($"{path}/dimensionSetLines", "code"), Is.EqualTo("DEPARTMENT"));
            Assert.That((await _bench.SendAsync($"POST {path}/dimensionSetLines", "{}")).Status, Is.EqualTo(405));
            Assert.That(await _bench.ListAsync($"{path}/attachments", "id"), Is.Empty);
        }
    }

    [Test]
    public async Task DimensionSetLine_OfAPayment_IsTheDimensionWithItsValue()
    {
        var line = await _bench.CreateAsync($"{_payment}/dimensionSetLines", """{"code":"department","valueCode":"sales"}""");
        var changed = await _bench.UpdateAsync($"{_payment}/dimensionSetLines({line["id"]})", line, """{"valueCode":"ADM"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{line["id"]} {line["code"]} {line["displayName"]}", Is.EqualTo($"{_department["id"]} DEPARTMENT Department"));
            Assert.That($"{line["valueCode"]} {line["valueDisplayName"]} {line["parentType"]}", Is.EqualTo("SALES Sales Journal_x0020_Line"));
            Assert.That(_payment, Does.Contain($"{line["parentId"]}"));
            Assert.That($"{changed["valueCode"]} {changed["valueDisplayName"]}", Is.EqualTo("ADM Administration"));
            Assert.That($"{(await _bench.GetAsync($"{_payment}?$expand=dimensionSetLines"))["dimensionSetLines"]![0]!["valueCode"]}", Is.EqualTo("ADM"));
            Assert.That((await _bench.SendAsync($"DELETE {_payment}/dimensionSetLines({line["id"]})")).Status, Is.EqualTo(204));
        }
    }

    [Test]
    public async Task DimensionSetLines_OfTwoPayments_AreApart()
    {
        var other = $"/customerPayments({(await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"21000","amount":-1}"""))["id"]})";
        await _bench.CreateAsync($"{_payment}/dimensionSetLines", $$"""{"id":"{{_department["id"]}}","valueCode":"SALES"}""");
        await _bench.CreateAsync($"{other}/dimensionSetLines", $$"""{"id":"{{_department["id"]}}","valueCode":"PROD"}""");
        await _bench.SendAsync($"DELETE {_payment}");
        Assert.That(await _bench.ListAsync($"{other}/dimensionSetLines", "valueCode"), Is.EqualTo("PROD"));
    }

    [TestCase("{}", "The \"id\" or \"code\" field must be filled in.")]
    [TestCase("""{"code":"NONE","valueCode":"X"}""", "The \"code\" does not match to a Dimension.")]
    [TestCase("""{"id":"11111111-2222-4333-8444-555555555555"}""", "The \"id\" does not match to a Dimension.")]
    [TestCase("""{"code":"AREA"}""", "The \"valueId\" or \"valueCode\" field must be filled in.")]
    [TestCase("""{"code":"AREA","valueCode":"SALES"}""", "The \"valueCode\" does not match to a Dimension Value.")]
    [TestCase("""{"code":"AREA","valueId":"11111111-2222-4333-8444-555555555555"}""", "The \"valueId\" does not match to a Dimension Value.")]
    [TestCase("""{"code":"DEPARTMENT","valueCode":"PROD"}""", "The dimension set line already exists. Check existing dimension set lines and the default dimension set lines on the parent.")]
    public async Task DimensionSetLine_AgainstARule_IsRefused(string body, string message)
    {
        await _bench.CreateAsync($"{_payment}/dimensionSetLines", """{"code":"DEPARTMENT","valueCode":"SALES"}""");
        Assert.That((await _bench.SendAsync($"POST {_payment}/dimensionSetLines", body)).Message, Is.EqualTo(message));
    }

    [Test]
    public async Task DimensionSetLines_WithoutTheirParent_AreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _bench.SendAsync("GET /dimensionSetLines")).Message, Is.EqualTo("You must get to the parent first to get to the dimension set line."));
            Assert.That((await _bench.SendAsync("POST /dimensionSetLines", """{"code":"AREA"}""")).Message, Is.EqualTo("You must get to the parent first to create a dimension set line."));
        }
    }

    [Test]
    public async Task DefaultDimension_OfACustomer_IsOnTheDocumentsThatFollow()
    {
        var customer = $"/customers({_bench.Company.Customers.Single(customer => customer.Number == "21000").Id})";
        var sales = _department["dimensionValues"]![2]!["id"];
        var given = await _bench.CreateAsync(
            $"{customer}/defaultDimensions", $$"""{"dimensionId":"{{_department["id"]}}","dimensionValueId":"{{sales}}","postingValidation":"Same_x0020_Code"}""");
        var payment = await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"21000","amount":-1}""");
        var again = await _bench.SendAsync($"POST {customer}/defaultDimensions", $$"""{"dimensionId":"{{_department["id"]}}"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{given["dimensionCode"]} {given["dimensionValueCode"]} {given["postingValidation"]} {given["parentType"]}", Is.EqualTo("DEPARTMENT SALES Same_x0020_Code Customer"));
            Assert.That(await _bench.ListAsync($"/customerPayments({payment["id"]})/dimensionSetLines", "valueCode"), Is.EqualTo("SALES"));
            Assert.That(await _bench.ListAsync($"{_payment}/dimensionSetLines", "valueCode"), Is.Empty, "not on those before");
            Assert.That(await _bench.ListAsync($"/defaultDimensions?$filter=parentId eq {given["parentId"]}", "id"), Is.EqualTo($"{given["id"]}"));
            Assert.That(again.Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
            Assert.That((await _bench.SendAsync("GET /defaultDimensions")).Message, Is.EqualTo("You must get to the parent first to get to the default dimensions."));
            Assert.That((await _bench.SendAsync($"POST {customer}/defaultDimensions", """{"dimensionId":"11111111-2222-4333-8444-555555555555"}""")).Code, Is.EqualTo("Internal_InvalidTableRelation"));
        }
    }
}
