namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Where Business Central's API v2.0 is, and the companies behind it.</summary>
[TestFixture]
public sealed class CompanyTests
{
    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync(new() { PageSize = 1 });

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public void Address_OfTheSurface_HasTheFormOfTheService() =>
        Assert.That(_bench.Sandbox.BusinessCentralAddress.AbsolutePath, Does.Match("^/v2\\.0/[^/]+/[^/]+/api/v2\\.0$"));

    [Test]
    public async Task Companies_Listed_AreThoseOfTheDocumentedSurfaceWithTheirFurtherMembers()
    {
        var page = (await _bench.SendToAsync("GET /companies?$count=true")).Json;
        var next = new Uri(page["@odata.nextLink"]!.ToString());
        var rest = (await _bench.SendToAsync($"GET {next.PathAndQuery[_bench.Sandbox.BusinessCentralAddress.AbsolutePath.Length..]}")).Json;
        var company = page["value"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page["@odata.count"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That($"{next}", Does.StartWith($"{_bench.Sandbox.BusinessCentralAddress}/companies?"));
            Assert.That($"{rest["value"]![0]!["name"]}", Is.Not.EqualTo($"{company["name"]}"));
            Assert.That($"{company["systemCreatedAt"]}", Does.StartWith("20"));
            Assert.That($"{company["systemCreatedBy"]}", Is.EqualTo($"{Guid.Empty}"));
            Assert.That(company["timestamp"]!.GetValue<long>(), Is.Positive);
        }
    }

    [Test]
    public async Task Company_Read_HasItsNameAndTheDocumentedOneNothingMore()
    {
        var company = (await _bench.SendToAsync($"GET /companies({_bench.Company.Id})")).Json;
        var documented = (await _bench.Documented.SendToAsync($"GET /companies/{_bench.Company.Id}")).Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{company["name"]}", Is.EqualTo(_bench.Company.Name));
            Assert.That(documented.ContainsKey("timestamp"), Is.False);
        }
    }

    [Test]
    public async Task Company_ListedFirst_IsTheOneThatASandboxNamesFirst()
    {
        var central = (await _bench.SendToAsync("GET /companies")).Json["value"]![0]!;
        var documented = (await _bench.Documented.SendToAsync("GET /companies")).Json["value"]![0]!;
        Assert.That(new[] { $"{central["id"]}", $"{documented["id"]}" }, Is.All.EqualTo($"{_bench.Company.Id}"));
    }

    [Test]
    public async Task Context_OfAnEntity_NamesItsCompany()
    {
        var customer = _bench.Company.Customers[0];
        var central = await _bench.GetAsync($"/customers({customer.Id})");
        var documented = (await _bench.Documented.SendAsync($"GET /customers/{customer.Id}")).Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{central["@odata.context"]}", Is.EqualTo($"{_bench.Sandbox.BusinessCentralAddress}/$metadata#companies({_bench.Company.Id})/customers/$entity"));
            Assert.That($"{documented["@odata.context"]}", Is.EqualTo($"{_bench.Sandbox.BaseAddress}/$metadata#companies({_bench.Company.Id})/customers/$entity"));
        }
    }

    [TestCase("GET", 200)]
    [TestCase("POST", 400)]
    [TestCase("PATCH", 400)]
    [TestCase("DELETE", 400)]
    public async Task ReadOnlyCopy_AskedFor_IsForReadingOnly(string method, int status)
    {
        var path = method == "POST" ? "/customers" : $"/customers({_bench.Company.Customers[0].Id})";
        var answer = await _bench.SendAsync($"{method} {path}", method is "POST" or "PATCH" ? """{"displayName":"A"}""" : null, ("Data-Access-Intent", "ReadOnly"), ("If-Match", "*"));
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
    }

    [Test]
    public async Task Top_LargerThanAPage_EndsWithThePage()
    {
        await using var bench = await CentralBench.StartAsync(new() { PageSize = 2 });
        var page = await bench.GetAsync("/customers?$top=3");
        var documented = (await bench.Documented.SendAsync("GET /customers?$top=3")).Json;
        Assert.That(
            (page["value"]!.AsArray().Count, page["@odata.nextLink"], documented["@odata.nextLink"] is null), Is.EqualTo((2, null as System.Text.Json.Nodes.JsonNode, false)));
    }

    [Test]
    public async Task Put_OfAnEntity_ChangesWhatItNamesAndLeavesTheRest()
    {
        var customer = _bench.Company.Customers[0];
        var answer = await _bench.SendAsync($"PUT /customers({customer.Id})", """{"city":"Berlin"}""", ("If-Match", "*"));
        var documented = await _bench.Documented.SendAsync($"PUT /customers/{customer.Id}", """{"website":"a"}""", ("If-Match", "*"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, documented.Status), Is.EqualTo((200, 405)), answer.Text);
            Assert.That($"{answer.Json["displayName"]} {answer.Json["city"]}", Is.EqualTo($"{customer.DisplayName} Berlin"));
        }
    }

    [Test]
    public async Task Key_InASegment_IsNotUnderstood()
    {
        var answer = await _bench.SendToAsync($"GET /companies/{_bench.Company.Id}/customers");
        Assert.That(answer.Refusal, Is.EqualTo($"404 BadRequest_ResourceNotFound: Resource not found for the segment '{_bench.Company.Id}'."));
    }

    [Test]
    public async Task Request_WithoutTheToken_IsRefused() =>
        Assert.That((await _bench.SendToAsync("GET /companies", null, ("Authorization", "Bearer another"))).Code, Is.EqualTo("Authentication_InvalidCredentials"));

    [Test]
    public async Task Fault_OnAPath_IsMetAndRecorded()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.Throttle().On("GET", "*/customers").Times(1));
        var met = await _bench.SendAsync("GET /customers");
        var after = await _bench.SendAsync("GET /customers");
        var requests = _bench.Sandbox.Requests;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((met.Status, after.Status), Is.EqualTo((429, 200)));
            Assert.That(requests.Select(request => request.Path), Is.EqualTo(Enumerable.Repeat($"/companies({_bench.Company.Id})/customers", 2)));
            Assert.That(requests.Select(request => request.Status), Is.EqualTo(new int?[] { 429, 200 }));
            Assert.That(requests[0].Fault, Is.Not.Null);
        }
    }
}
