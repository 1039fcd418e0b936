using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Rules;

/// <summary>What the service makes of the customers that it takes.</summary>
[TestFixture]
public sealed class CustomerTests
{
    private Bench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await Bench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Number_LeftOut_ComesFromTheSeriesEachTimeAnew()
    {
        await _bench.CreateAsync("/customers", """{"displayName":"A","number":"C00020"}""");
        var first = await _bench.CreateAsync("/customers", """{"displayName":"B"}""");
        var second = await _bench.CreateAsync("/customers", """{"displayName":"B","number":""}""");
        Assert.That((first["number"]!.ToString(), second["number"]!.ToString()), Is.EqualTo(("C00010", "C00030")));
    }

    [Test]
    public async Task Number_WhereTheSeriesForbidsIt_IsRefusedUnlessItExists()
    {
        _bench.Sandbox.Company.AllowsManualNumbers = false;
        var chosen = await _bench.SendAsync("POST /customers", """{"displayName":"A","number":"10000"}""");
        var taken = await _bench.SendAsync("POST /customers", """{"displayName":"A","number":"20000"}""");
        var given = await _bench.SendAsync("POST /customers", """{"displayName":"A"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(chosen.Refusal, Is.EqualTo("400 Application_DialogException: You may not enter numbers manually. If you want to enter numbers manually, please activate Manual Nos. in No. Series CUST."));
            Assert.That(taken.Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
            Assert.That(given.Status, Is.EqualTo(201));
            Assert.That(_bench.Sandbox.Companies[1].AllowsManualNumbers, Is.False);
        }
    }

    [Test]
    public async Task Blank_Members_AreWrittenInTheServicesWay()
    {
        var customer = await _bench.CreateAsync("/customers", """{"displayName":"A","number":" c-1 "}""");
        customer.Remove("@odata.context");
        customer.Remove("@odata.etag");
        customer.Remove("id");
        customer.Remove("lastModifiedDateTime");
        var expected = JsonNode.Parse("""
            {"number":"C-1","displayName":"A","type":"Company",
             "address":{"street":"","city":"","state":"","countryLetterCode":"","postalCode":""},"phoneNumber":"","email":"","website":"","taxLiable":false,
             "taxAreaId":"00000000-0000-0000-0000-000000000000","taxAreaDisplayName":"","taxRegistrationNumber":"",
             "currencyId":"00000000-0000-0000-0000-000000000000","currencyCode":"USD","paymentTermsId":"00000000-0000-0000-0000-000000000000",
             "shipmentMethodId":"00000000-0000-0000-0000-000000000000","paymentMethodId":"00000000-0000-0000-0000-000000000000","paymentTerms":null,
             "shipmentMethod":null,"paymentMethod":null,"blocked":" ","balance":0,"overdueAmount":0,"totalSalesExcludingTax":0}
            """);
        Assert.That(customer.ToJsonString(), Is.EqualTo(expected!.ToJsonString()));
    }

    [Test]
    public async Task DocumentedExample_SentAsPrinted_IsCreated()
    {
        var customer = await _bench.CreateAsync("/customers", """
            {"number":"10000","displayName":"Coho Winery","address":{"street":"192 Market Square","city":"Atlanta","state":"GA","countryLetterCode":"US","postalCode":"31772"},
             "phoneNumber":"","email":"jim.glynn@cronuscorp.net","website":"","taxLiable":true,"currencyCode":"USD",
             "paymentTerms":{"code":"1M(8D)","description":"1 Month/2% 8 days"},"shipmentMethod":null,"paymentMethod":{"code":"BANK","description":"Bank Transfer"},"blocked":" "}
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer["paymentTerms"]!.ToJsonString(), Is.EqualTo("""{"code":"1M(8D)","description":"1 Month/2% 8 days"}"""));
            Assert.That(customer["paymentMethodId"]!.ToString(), Is.Not.EqualTo(Guid.Empty.ToString()));
            Assert.That(customer["currencyId"]!.ToString(), Is.EqualTo(Guid.Empty.ToString()), "the company's own currency is none");
            Assert.That(customer["shipmentMethod"], Is.Null);
        }
    }

    [TestCase("""{"currencyCode":"usd"}""", "USD", false)]
    [TestCase("""{"currencyCode":"EUR"}""", "EUR", true)]
    [TestCase("""{"currencyCode":""}""", "USD", false)]
    [TestCase("""{"currencyId":"00000000-0000-0000-0000-000000000000"}""", "USD", false)]
    public async Task Currency_Sent_IsShownByCodeAndStoredById(string body, string code, bool hasId)
    {
        var created = await _bench.CreateAsync("/customers", """{"displayName":"A","currencyCode":"GBP"}""");
        var changed = (await _bench.SendAsync($"PATCH /customers/{created["id"]}", body, ("If-Match", "*"))).Json;
        Assert.That((changed["currencyCode"]!.ToString(), changed["currencyId"]!.ToString() != Guid.Empty.ToString()), Is.EqualTo((code, hasId)));
    }

    [TestCase("Ship", "Ship")]
    [TestCase("ship", "Ship")]
    [TestCase("", " ")]
    [TestCase("_x0020_", " ")]
    public async Task Blocked_InAnySpelling_IsStoredAsItsName(string sent, string stored)
    {
        var customer = await _bench.CreateAsync("/customers", $$"""{"displayName":"A","blocked":"{{sent}}"}""");
        Assert.That(customer["blocked"]!.ToString(), Is.EqualTo(stored));
    }

    [Test]
    public async Task Address_Null_BlanksAllParts()
    {
        var id = _bench.Sandbox.Company.Customers[0].Id;
        var changed = await _bench.SendAsync($"PATCH /customers/{id}", """{"address":null}""", ("If-Match", "*"));
        Assert.That(changed.Json["address"]!["city"]!.ToString(), Is.Empty);
    }

    [Test]
    public async Task Street_OfTwoLongLines_IsCutToWhatTheTableHolds()
    {
        var street = $"{new string('a', 120)}\\r\\n{new string('b', 60)}";
        var customer = await _bench.CreateAsync(
            "/customers", $$$"""{"displayName":"A","address":{"street":"{{{street}}}","city":"","countryLetterCode":"","postalCode":""}}""");
        Assert.That(customer["address"]!["street"]!.ToString(), Is.EqualTo($"{new string('a', 100)}\r\n{new string('b', 50)}"));
    }

    [Test]
    public async Task Rename_OfACustomer_IsFollowedByItsDocuments()
    {
        var customer = _bench.Sandbox.Company.Customers[0];
        await _bench.SendAsync($"PATCH /customers/{customer.Id}", """{"number":"RENAMED"}""", ("If-Match", "*"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_bench.Sandbox.Company.AllPayments.Where(payment => payment.CustomerId == customer.Id).Select(payment => payment.CustomerNumber), Is.All.EqualTo("RENAMED").And.Not.Empty);
            Assert.That(_bench.Sandbox.Company.SalesInvoices.Where(invoice => invoice.CustomerId == customer.Id).Select(invoice => invoice.BillToCustomerNumber), Is.All.EqualTo("RENAMED").And.Not.Empty);
            Assert.That((await _bench.SendAsync("GET /customers?$filter=number eq '20000'")).Json["value"]!.AsArray(), Is.Empty);
            Assert.That((await _bench.SendAsync("GET /customers?$filter=number eq 'renamed'")).Json["value"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Terms_RenamedOrDeleted_ChangeWhatTheCustomerShows()
    {
        var customer = _bench.Sandbox.Company.Customers[0];
        var terms = $"/paymentTerms/{customer.PaymentTermsId}";
        await _bench.SendAsync($"PATCH {terms}", """{"code":"NET30","displayName":"Thirty"}""", ("If-Match", "*"));
        var renamed = _bench.Sandbox.Company.Customers[0].PaymentTerms;
        await _bench.SendAsync($"DELETE {terms}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(renamed, Is.EqualTo(new Client.CodeDescription { Code = "NET30", Description = "Thirty" }));
            Assert.That(_bench.Sandbox.Company.Customers[0].PaymentTermsId, Is.Null);
        }
    }

    [Test]
    public async Task Delete_WhileDocumentsReferToIt_IsRefusedAndDoneAfterwards()
    {
        var customer = await _bench.CreateAsync("/customers", """{"displayName":"A","number":"DEL"}""");
        var invoice = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"DEL"}""");
        var refused = await _bench.SendAsync($"DELETE /customers/{customer["id"]}");
        await _bench.SendAsync($"DELETE /salesInvoices/{invoice["id"]}");
        var done = await _bench.SendAsync($"DELETE /customers/{customer["id"]}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Message, Is.EqualTo("You cannot delete Customer DEL because there is at least one outstanding Sales Invoice for this customer."));
            Assert.That((done.Status, done.Text), Is.EqualTo((204, "")));
        }
    }

    [Test]
    public async Task Create_Answered_SaysWhereTheCustomerIs()
    {
        var answer = await _bench.SendAsync("POST /customers?$select=number", """{"displayName":"A","number":"LOC"}""");
        var silent = await _bench.SendAsync("POST /customers", """{"displayName":"A"}""", ("Prefer", "return-no-content"));
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", _bench.Sandbox.Token) } };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', answer.Json.Select(member => member.Key)), Is.EqualTo("@odata.context @odata.etag id number"));
            Assert.That(await http.GetStringAsync(answer.Location), Does.Contain("\"LOC\""));
            Assert.That((silent.Status, silent.Text), Is.EqualTo((204, "")));
            Assert.That(silent.Location, Is.Not.Null);
        }
    }
}
