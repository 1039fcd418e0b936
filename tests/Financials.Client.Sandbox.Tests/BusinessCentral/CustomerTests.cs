using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Customers on Business Central's API v2.0.</summary>
[TestFixture]
public sealed class CustomerTests
{
    private static readonly string[] Members =
    [
        "id", "number", "displayName", "type", "addressLine1", "addressLine2", "city", "state", "country", "postalCode", "phoneNumber", "email", "website",
        "salespersonCode", "balanceDue", "creditLimit", "taxLiable", "taxAreaId", "taxAreaDisplayName", "taxRegistrationNumber", "currencyId", "currencyCode",
        "paymentTermsId", "shipmentMethodId", "paymentMethodId", "blocked", "lastModifiedDateTime",
    ];

    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync(new() { PageSize = 5 });

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Customer_CreatedAndRead_HasTheMembersOfTheSurfaceAndBlanksForNothing()
    {
        var answer = await _bench.SendAsync(
            "POST /customers",
            """{"number":"c-1","displayName":"Coho","addressLine1":"192 Market Square","addressLine2":"Floor 2","city":"Atlanta","country":"US","creditLimit":2500.50,"salespersonCode":"js"}""");
        var created = answer.Json;
        var read = await _bench.GetAsync($"/customers({created["id"]})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Location, Is.EqualTo(new Uri($"{_bench.Sandbox.BusinessCentralAddress}/companies({_bench.Company.Id})/customers({created["id"]})")));
            Assert.That(JsonNode.DeepEquals(read, created), $"{read}");
            Assert.That(read.Select(member => member.Key).Where(name => !name.StartsWith('@')), Is.EquivalentTo(Members));
            Assert.That($"{read["@odata.etag"]}", Does.StartWith("W/\""));
            Assert.That($"{read["number"]} {read["salespersonCode"]}", Is.EqualTo("C-1 JS"), "codes are in capitals");
            Assert.That($"{read["addressLine1"]}|{read["addressLine2"]}|{read["city"]}|{read["state"]}|{read["country"]}|{read["postalCode"]}", Is.EqualTo("192 Market Square|Floor 2|Atlanta||US|"));
            Assert.That(read["creditLimit"]!.ToJsonString(), Is.EqualTo("2500.50"));
            Assert.That(read["balanceDue"]!.GetValue<decimal>(), Is.Zero);
            Assert.That($"{read["blocked"]} {read["paymentTermsId"]} {read["currencyCode"]}", Is.EqualTo($"_x0020_ {Guid.Empty} USD"));
        }
    }

    [TestCase("$filter=city eq 'Miami'", "23000 29000")]
    [TestCase("$filter=number eq '20000'", "20000")]
    [TestCase("$filter=startswith(addressLine2,'Build')", "21000")]
    [TestCase("$filter=blocked eq '_x0020_' and country eq 'DK'", "27000")]
    [TestCase("$filter=creditLimit gt 0", "")]
    [TestCase("$orderby=city desc,number&$top=2", "24000 24500")]
    public async Task Customers_Queried_AreFoundByTheNamesOfTheSurface(string query, string numbers)
    {
        await _bench.CreateAsync("/customers", """{"number":"24500","displayName":"B","city":"Salem"}""");
        Assert.That(await _bench.ListAsync($"/customers?{query}", "number"), Is.EqualTo(numbers));
    }

    [Test]
    public async Task Customers_SelectedExpandedAndCounted_AreAsAskedFor()
    {
        var customer = (await _bench.GetAsync("/customers?$filter=number eq '20000'&$select=number,city&$expand=paymentTerm($select=code),paymentMethod,shipmentMethod"))["value"]![0]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', customer.Select(member => member.Key)), Is.EqualTo("@odata.etag id number city paymentTerm paymentMethod shipmentMethod"));
            Assert.That($"{customer["paymentTerm"]!["code"]} {customer["paymentMethod"]!["code"]}", Is.EqualTo("30D BANK"));
            Assert.That(customer["shipmentMethod"], Is.Null);
            Assert.That($"{(await _bench.GetAsync($"/customers({customer["id"]})/paymentMethod"))["displayName"]}", Is.EqualTo("Bank Transfer"));
            Assert.That((await _bench.SendAsync("GET /customers/$count?$filter=country eq 'US'")).Text, Is.EqualTo("10"));
        }
    }

    [Test]
    public async Task Customers_PagedOverTheirLinks_ComeOnce()
    {
        var numbers = new List<string>();
        for (var path = "/customers?$select=number"; path.Length > 0;)
        {
            var page = await _bench.GetAsync(path);
            numbers.AddRange(page["value"]!.AsArray().Select(customer => $"{customer!["number"]}"));
            var root = $"{_bench.Sandbox.BusinessCentralAddress}/companies({_bench.Company.Id})";
            path = $"{page["@odata.nextLink"]}".Replace(root, "", StringComparison.Ordinal);
        }

        Assert.That(numbers, Is.EqualTo(_bench.Company.Customers.Select(customer => customer.Number)));
    }

    [Test]
    public async Task Customer_UpdatedWithAPartOfTheAddress_KeepsTheOtherParts()
    {
        var created = await _bench.CreateAsync("/customers", """{"displayName":"A","addressLine1":"1 Road","addressLine2":"Floor 2","city":"Atlanta"}""");
        var path = $"/customers({created["id"]})";
        var moved = await _bench.UpdateAsync(path, created, """{"addressLine1":"2 Road","state":"GA"}""");
        var single = await _bench.UpdateAsync(path, moved, """{"addressLine2":null}""");
        var stale = await _bench.SendAsync($"PATCH {path}", "{}", ("If-Match", $"{created["@odata.etag"]}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{moved["addressLine1"]}|{moved["addressLine2"]}|{moved["city"]}|{moved["state"]}", Is.EqualTo("2 Road|Floor 2|Atlanta|GA"));
            Assert.That($"{single["addressLine1"]}|{single["addressLine2"]}", Is.EqualTo("2 Road|"));
            Assert.That(stale.Refusal, Is.EqualTo("409 Request_EntityChanged: Another user has already changed the record."));
        }
    }

    [TestCase("Ship", "Ship")]
    [TestCase("_x0020_", " ")]
    [TestCase(" ", " ")]
    [TestCase("", " ")]
    public async Task Blocked_InAnyEncoding_IsReadInTheEncodingOfEachSurface(string sent, string stored)
    {
        var created = await _bench.CreateAsync("/customers", """{"displayName":"A","blocked":"All"}""");
        var changed = await _bench.UpdateAsync($"/customers({created["id"]})", created, $$"""{"blocked":"{{sent}}"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{changed["blocked"]}", Is.EqualTo(stored == " " ? "_x0020_" : stored));
            Assert.That($"{(await _bench.Documented.SendAsync($"GET /customers/{created["id"]}")).Json["blocked"]}", Is.EqualTo(stored));
        }
    }

    [Test]
    public async Task Customer_Deleted_IsGoneFromBothSurfaces()
    {
        var created = await _bench.CreateAsync("/customers", """{"displayName":"A"}""");
        var deleted = await _bench.SendAsync($"DELETE /customers({created["id"]})", null, ("If-Match", $"{created["@odata.etag"]}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deleted.Status, Is.EqualTo(204));
            Assert.That((await _bench.SendAsync($"GET /customers({created["id"]})")).Refusal, Is.EqualTo("404 Internal_RecordNotFound: The Customer does not exist."));
            Assert.That((await _bench.Documented.SendAsync($"GET /customers/{created["id"]}")).Status, Is.EqualTo(404));
        }
    }
}
