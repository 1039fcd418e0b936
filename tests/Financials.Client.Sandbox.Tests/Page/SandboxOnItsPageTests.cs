using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.Page;

/// <summary>A running sandbox as its page shows and switches it.</summary>
public sealed class SandboxOnItsPageTests
{
    private FinancialsSandbox _sandbox = null!;
    private HttpClient _service = null!;
    private HttpClient _page = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await FinancialsSandbox.StartAsync();
        _page = new HttpClient { BaseAddress = _sandbox.BaseAddress };
        _service = new HttpClient { BaseAddress = new Uri($"{_sandbox.BaseAddress}/companies/{_sandbox.Company.Id}/") };
        _service.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _sandbox.Token);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _service.Dispose();
        _page.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task State_CountsWhatTheCompaniesHold_AndListsTheNewestRequestFirst()
    {
        await _service.GetAsync("customers?$top=1&$filter=displayName%20ne%20'a%2Bb'");
        await _service.GetAsync("nothing");

        var state = await JsonAsync("/sandbox/state");

        Assert.That((string?)state["address"], Is.EqualTo(_sandbox.BaseAddress.ToString()));
        Assert.That((string?)state["token"], Is.EqualTo(_sandbox.Token));
        Assert.That(
            state["companies"]!.AsArray().Select(company => ((Guid)company!["id"]!, (int)company["customers"]!, (int)company["payments"]!)),
            Is.EqualTo(_sandbox.Companies.Select(company => (company.Id, company.CustomerCount, company.PaymentCount))));
        Assert.That(
            state["requests"]!.AsArray().Select(request => $"{request!["method"]} {request["path"]} {request["status"]}"),
            Is.EqualTo([$"GET /companies/{_sandbox.Company.Id}/nothing 404", $"GET /companies/{_sandbox.Company.Id}/customers?$top=1&$filter=displayName ne 'a+b' 200"]));
    }

    [Test]
    public async Task Company_ShowsWhatItHolds_TheLastOneFirst()
    {
        await _service.PostAsync("customers", new StringContent("""{"number":"X1","displayName":"Last"}""", new MediaTypeHeaderValue("application/json")));

        var company = await JsonAsync($"/sandbox/companies/{_sandbox.Company.Id}");

        Assert.That((string?)company["customers"]!["items"]![0]!["displayName"], Is.EqualTo("Last"));
        Assert.That((int)company["customers"]!["total"]!, Is.EqualTo(_sandbox.Company.CustomerCount));
        Assert.That((int)company["payments"]!["total"]!, Is.EqualTo(_sandbox.Company.PaymentCount));
        Assert.That((string?)company["journals"]!["items"]![0]!["code"], Is.EqualTo(_sandbox.Company.DefaultJournal.Code));
    }

    [Test]
    public async Task Journal_PostedOnThePage_LeavesEntriesBehind()
    {
        var path = $"/sandbox/companies/{_sandbox.Company.Id}";
        var before = (int)(await JsonAsync(path))["generalEntries"]!["total"]!;

        var first = await PostAsync($"{path}/journals/{_sandbox.Company.DefaultJournal.Id}");
        var second = await PostAsync($"{path}/journals/{Guid.Empty}");

        var after = await JsonAsync(path);
        Assert.That(first["refusal"], Is.Null);
        Assert.That((string?)second["refusal"], Does.Contain("does not exist"));
        Assert.That((int)after["generalEntries"]!["total"]!, Is.GreaterThan(before));
        Assert.That((int)after["payments"]!["total"]!, Is.Zero);
        Assert.That((int)after["invoices"]!["total"]!, Is.Positive);
        Assert.That((int)after["customerEntries"]!["total"]!, Is.Positive);
    }

    [Test]
    public async Task Response_OfARequest_IsShownWhileItIsOneOfTheLast()
    {
        await _service.GetAsync("customers?$top=1");
        var known = await JsonAsync("/sandbox/responses/1");
        for (var i = 0; i < 50; i++)
        {
            await _service.GetAsync("nothing");
        }

        using var forgotten = await _page.GetAsync("/sandbox/responses/1");
        Assert.That((string?)known["body"], Does.StartWith("{\"@odata.context\""));
        Assert.That(forgotten.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string?)(await JsonAsync("/sandbox/responses/51"))["body"], Does.Contain("Resource not found"));
    }

    [Test]
    public async Task EverySwitch_TurnedOnAndOff_LeavesTheServiceAsItWas()
    {
        var keys = (await JsonAsync("/sandbox/state"))["faults"]!.AsArray().Select(fault => (string)fault!["key"]!).ToList();
        Assert.That(keys, Is.Not.Empty.And.Unique);
        foreach (var key in keys)
        {
            await SwitchAsync(HttpMethod.Put, $"/sandbox/faults/{key}");
            await SwitchAsync(HttpMethod.Put, $"/sandbox/faults/{key}");
            Assert.That(await OnAsync(), Is.EqualTo([key]));
            Assert.That(_sandbox.Faults.Active, Has.Count.EqualTo(1), key);

            await SwitchAsync(HttpMethod.Delete, $"/sandbox/faults/{key}");
            Assert.That(await OnAsync(), Is.Empty);
            Assert.That((await _service.GetAsync("customers")).StatusCode, Is.EqualTo(HttpStatusCode.OK), key);
        }
    }

    [Test]
    public async Task Switch_TurnedOn_MakesTheNextRequestFail_AndThePageSaysWhy()
    {
        await SwitchAsync(HttpMethod.Put, "/sandbox/faults/throttle");
        var faulty = await _service.GetAsync("customers");
        await SwitchAsync(HttpMethod.Delete, "/sandbox/faults");
        var healthy = await _service.GetAsync("customers");

        Assert.That(faulty.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(healthy.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var requests = (await JsonAsync("/sandbox/state"))["requests"]!.AsArray();
        Assert.That(requests.Select(request => (int)request!["status"]!), Is.EqualTo([200, 429]));
        Assert.That((string?)requests[1]!["fault"], Does.StartWith("429"));
        Assert.That(requests[0]!["fault"], Is.Null);
    }

    [Test]
    public async Task Page_WhileEveryRequestIsDropped_IsStillServed()
    {
        await SwitchAsync(HttpMethod.Put, "/sandbox/faults/drop-request");
        await Assert.ThrowsAsync<HttpRequestException>(() => _service.GetAsync("customers"));

        Assert.That((await _page.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var request = (await JsonAsync("/sandbox/state"))["requests"]!.AsArray().First()!;
        Assert.That((bool)request["dropped"]!, Is.True);
        Assert.That(request["status"], Is.Null);
    }

    private async Task<List<string>> OnAsync() => [.. (await JsonAsync("/sandbox/state"))["faults"]!.AsArray()
        .Where(fault => (bool)fault!["on"]!)
        .Select(fault => (string)fault!["key"]!)];

    private async Task SwitchAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority));
        using var answer = await _page.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private async Task<JsonNode> PostAsync(string path)
    {
        using var answer = await _page.PostAsync(path, content: null);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await _page.GetStringAsync(path))!;
}
