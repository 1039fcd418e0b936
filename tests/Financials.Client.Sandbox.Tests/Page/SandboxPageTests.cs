using System.Net;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.Page;

/// <summary>The page for people, what it reads and switches, and whom it lets do so.</summary>
public sealed class SandboxPageTests
{
    private PageServer _server = null!;

    [SetUp]
    public async Task StartAsync() => _server = await PageServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Root_IsThePage_WhichLoadsNothingFromElsewhereAndCannotBeFramed()
    {
        using var answer = await _server.SendAsync("GET", "/");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(html, Does.StartWith("<!DOCTYPE html>").And.Contain("Financials sandbox"));
        Assert.That(html, Does.Not.Match("innerHTML|outerHTML|insertAdjacent|document\\.write|createContextualFragment|srcdoc|DOMParser").And.Not.Match("(?:src|href)=\"(?!data:)"));
        Assert.That(
            string.Join(';', answer.Headers.GetValues("Content-Security-Policy")),
            Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Contain("connect-src 'self'"));
    }

    [Test]
    public async Task State_ListsCompaniesFaultsAndRequests()
    {
        _server.Content.FaultsOn.Add("html");

        var state = await JsonAsync("/sandbox/state");

        Assert.That(JsonNode.DeepEquals(state, JsonNode.Parse("""
            {
              "address": "http://127.0.0.1:5005/financials",
              "businessCentral": "http://127.0.0.1:5005/v2.0/tenant/sandbox/api/v2.0",
              "token": "the-token",
              "companies": [{"id": "bb6d48b6-c7b2-4a38-9a93-ad5506407f12", "name": "CRONUS & <Sons>", "customers": 1, "payments": 2}],
              "faults": [
                {"key": "reset", "title": "Title of reset", "text": "Text of reset", "on": false},
                {"key": "html", "title": "Title of html", "text": "Text of html", "on": true}],
              "requests": [
                {"number": 7, "time": "2026-11-21T02:04:05+00:00", "method": "POST", "path": "/companies", "body": "{\"a\":1}", "status": null, "dropped": true, "fault": "Reset"}]
            }
            """)), Is.True, state.ToJsonString());
    }

    [Test]
    public async Task Company_ShowsItsSets() => Assert.That(
        (await JsonAsync($"/sandbox/companies/{PageStub.CompanyId}")).ToJsonString(),
        Is.EqualTo("""{"customers":{"total":1,"items":[{"number":"10000"}]},"payments":{"total":20000,"items":[{"lineNumber":20000}]},"journals":{"total":0,"items":[]}}"""));

    [Test]
    public async Task Response_IsJsonAroundWhatWasAnswered() =>
        Assert.That((string?)(await JsonAsync("/sandbox/responses/7"))["body"], Is.EqualTo("<b>answer</b>"));

    [Test]
    public async Task Fault_IsSwitchedOnAndOff()
    {
        Assert.That(await StatusAsync("PUT", "/sandbox/faults/reset"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await StatusAsync("PUT", "/sandbox/faults/html"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_server.Content.FaultsOn, Is.EquivalentTo(["reset", "html"]));

        Assert.That(await StatusAsync("DELETE", "/sandbox/faults/reset"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_server.Content.FaultsOn, Is.EquivalentTo(["html"]));
    }

    [Test]
    public async Task Faults_AreSwitchedOffTogether()
    {
        _server.Content.FaultsOn.UnionWith(["reset", "html"]);

        Assert.That(await StatusAsync("DELETE", "/sandbox/faults"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_server.Content.FaultsOn, Is.Empty);
    }

    [TestCase("GET", "/sandbox")]
    [TestCase("GET", "/sandbox/companies/5323df69-df69-5323-69df-235369df2353")]
    [TestCase("GET", "/sandbox/companies/x")]
    [TestCase("PUT", "/sandbox/faults/unknown")]
    [TestCase("DELETE", "/sandbox/faults/unknown")]
    [TestCase("POST", "/sandbox/faults/reset")]
    [TestCase("GET", "/sandbox/faults/reset")]
    [TestCase("POST", "/")]
    [TestCase("GET", "/sandbox/responses/8")]
    [TestCase("GET", "/sandbox/responses/x")]
    [TestCase("POST", "/sandbox/companies/x/journals/y")]
    public async Task AnythingElse_IsNotFound(string method, string path)
    {
        Assert.That(await StatusAsync(method, path), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(_server.Content.FaultsOn, Is.Empty);
    }

    // A name that leads to this machine, such as an attacker's own, is how a foreign page would read ours (DNS rebinding).
    [TestCase("attacker.example")]
    [TestCase("attacker.example:80")]
    [TestCase("localhost.attacker.example")]
    [TestCase("127.0.0.1.attacker.example")]
    [TestCase("192.168.1.2")]
    [TestCase("0.0.0.0")]
    public async Task ForeignHost_IsRefusedEverything(string host)
    {
        foreach (var (method, path) in new[] { ("GET", "/"), ("GET", "/sandbox/state"), ("PUT", "/sandbox/faults/reset"), ("POST", $"/sandbox/companies/{PageStub.CompanyId}/journals/{PageStub.CompanyId}") })
        {
            Assert.That(await StatusAsync(method, path, host), Is.EqualTo(HttpStatusCode.Forbidden), $"{method} {path}");
        }

        Assert.That(_server.Content.FaultsOn, Is.Empty);
    }

    [TestCase("localhost:{port}")]
    [TestCase("LocalHost")]
    [TestCase("127.0.0.1:{port}")]
    [TestCase("127.9.9.9")]
    [TestCase("[::1]:{port}")]
    public async Task LoopbackHost_IsServed(string host) =>
        Assert.That(await StatusAsync("GET", "/sandbox/state", WithPort(host)), Is.EqualTo(HttpStatusCode.OK));

    [TestCase("https://attacker.example")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("http://127.0.0.1")]
    [TestCase("http://localhost:{port}")]
    [TestCase("https://127.0.0.1:{port}")]
    [TestCase("http://127.0.0.1:{port}.attacker.example")]
    public async Task ForeignOrigin_IsRefused(string origin)
    {
        Assert.That(
            await StatusAsync("PUT", "/sandbox/faults/reset", WithPort("127.0.0.1:{port}"), WithPort(origin)), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(_server.Content.FaultsOn, Is.Empty);
    }

    [TestCase("127.0.0.1:{port}")]
    [TestCase("localhost:{port}")]
    public async Task OwnOrigin_IsServed(string host)
    {
        Assert.That(
            await StatusAsync("PUT", "/sandbox/faults/reset", WithPort(host), $"http://{WithPort(host)}"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_server.Content.FaultsOn, Is.EquivalentTo(["reset"]));
    }

    private string WithPort(string text) => text.Replace("{port}", $"{_server.Port}", StringComparison.Ordinal);

    private async Task<JsonNode> JsonAsync(string path)
    {
        using var answer = await _server.SendAsync("GET", path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpStatusCode> StatusAsync(string method, string path, string? host = null, string? origin = null)
    {
        using var answer = await _server.SendAsync(method, path, host, origin);
        return answer.StatusCode;
    }
}
