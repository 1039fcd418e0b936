using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Several requests in one.</summary>
[TestFixture]
public sealed class BatchTests
{
    private CentralBench _bench = null!;

    private string Company => $"companies({_bench.Company.Id})";

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Batch_OfSeveralRequests_AnswersEachInTheirOrder()
    {
        var responses = await SendAsync([
            Create("a", """{"displayName":"A","number":"B-1"}"""),
            Operation("b", "GET", $"{Company}/customers?$filter=number eq 'B-1'&$select=displayName"),
            Operation("c", "GET", $"{Company}/customers/$count"),
            Operation("d", "PATCH", $"{Company}/customers({_bench.Company.Customers[0].Id})", """{"city":"Athens"}""", ("If-Match", "*")),
        ]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(responses), Is.EqualTo("a:201 b:200 c:200 d:200"));
            Assert.That($"{responses[0]!["headers"]!["location"]}", Does.StartWith($"{_bench.Sandbox.BusinessCentralAddress}/{Company}/customers("));
            Assert.That($"{responses[1]!["body"]!["value"]![0]!["displayName"]}", Is.EqualTo("A"));
            Assert.That($"{responses[2]!["body"]}", Is.EqualTo($"{_bench.Company.CustomerCount}"));
            Assert.That($"{responses[3]!["body"]!["city"]}", Is.EqualTo("Athens"));
            Assert.That(_bench.Sandbox.Requests, Has.Count.EqualTo(1), "one request");
        }
    }

    [Test]
    public async Task Batch_WithARequestThatFails_StopsThereAndKeepsWhatWasDone()
    {
        var responses = await SendAsync([Create("a", """{"displayName":"A","number":"B-1"}"""), Create("b", "{}"), Create("c", """{"displayName":"C"}""")]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(responses), Is.EqualTo("a:201 b:400"));
            Assert.That($"{responses[1]!["body"]!["error"]!["code"]}", Is.EqualTo("Application_DialogException"));
            Assert.That(_bench.Company.Customers, Has.One.Property("Number").EqualTo("B-1"));
        }
    }

    [Test]
    public async Task Batch_ThatContinuesOnErrors_AnswersAll()
    {
        var responses = await SendAsync(
            [Create("a", "{}"), Create("b", """{"displayName":"B","number":"B-1"}""")], ("Prefer", "odata.continue-on-error"));
        Assert.That(Statuses(responses), Is.EqualTo("a:400 b:201"));
    }

    [Test]
    public async Task Batch_AsOneTransaction_LeavesNothingWhereOneFailsThoughTheAnswersSayOtherwise()
    {
        var count = _bench.Company.CustomerCount;
        var responses = await SendAsync(
            [
                Create("a", """{"displayName":"A","number":"B-1"}"""),
                Operation("b", "DELETE", $"{Company}/customerPaymentJournals({_bench.Documented.JournalId})"),
                Create("c", """{"displayName":"C","number":"b-1"}"""),
                Create("d", """{"displayName":"D"}"""),
            ],
            ("Isolation", "snapshot"));
        var again = await SendAsync([Create("a", """{"displayName":"A","number":"B-1"}""")], ("Isolation", "snapshot"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(responses), Is.EqualTo("a:201 b:204 c:400"));
            Assert.That(Statuses(again), Is.EqualTo("a:201"));
            Assert.That(_bench.Company.CustomerCount, Is.EqualTo(count + 1));
            Assert.That(_bench.Company.PaymentCount, Is.EqualTo(4), "the journal with its lines is there again");
            Assert.That((await _bench.SendAsync($"GET /customers({responses[0]!["body"]!["id"]})")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Batch_AsOneTransaction_CannotTakeBackWhatTheServiceCommits()
    {
        var responses = await SendAsync(
            [
                Create("a", """{"displayName":"A","number":"B-1"}"""),
                Operation("b", "POST", $"{Company}/journals({_bench.Documented.JournalId})/Microsoft.NAV.post"),
                Create("c", """{"displayName":"C","number":"B-2"}"""),
                Create("d", "{}"),
            ],
            ("Isolation", "snapshot"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(responses), Is.EqualTo("a:201 b:204 c:201 d:400"));
            Assert.That(_bench.Company.PaymentCount, Is.Zero, "posted");
            Assert.That(_bench.Company.Customers.Select(customer => customer.Number), Does.Contain("B-1").And.Not.Contain("B-2"));
        }
    }

    [Test]
    public async Task Batch_OfMoreThanAHundred_IsRefusedWhole()
    {
        var count = _bench.Company.CustomerCount;
        var hundred = Enumerable.Range(0, 100).Select(i => Create($"{i}", $$"""{"displayName":"{{i}}"}""")).ToList();
        var refused = await PostAsync([.. hundred.Select(operation => operation.DeepClone().AsObject()), Create("x", """{"displayName":"X"}""")]);
        var afterRefusal = _bench.Company.CustomerCount;
        var taken = await SendAsync(hundred);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.Status, afterRefusal), Is.EqualTo((500, count)));
            Assert.That(refused.Message, Does.Contain("a maximum number of '100'"));
            Assert.That((taken.Count, _bench.Company.CustomerCount), Is.EqualTo((100, count + 100)));
        }
    }

    [Test]
    public async Task Addresses_OfRequests_AreRelativeWithoutASlash()
    {
        var responses = await SendAsync(
            [
                Operation("slash", "GET", $"/{Company}/customers"),
                Operation("absolute", "GET", $"{_bench.Sandbox.BusinessCentralAddress}/{Company}/customers?$top=1"),
                Operation("header", "GET", "customers?$top=1", null, ("Company", _bench.Company.Name)),
                Operation("itself", "POST", "$batch", """{"requests":[]}"""),
            ],
            ("Prefer", "odata.continue-on-error"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(responses), Is.EqualTo("slash:404 absolute:200 header:200 itself:404"));
            Assert.That($"{responses[0]!["body"]!["Message"]}", Does.StartWith("No HTTP resource was found"), "in the form that only this error has");
        }
    }

    [Test]
    public async Task Request_WithABodyAndWithoutAContentTypeOfItsOwn_IsRefused()
    {
        var operation = Create("a", """{"displayName":"A"}""");
        operation.Remove("headers");
        Assert.That(Statuses(await SendAsync([operation])), Is.EqualTo("a:415"));
    }

    [Test]
    public async Task Request_WithoutAnId_IsAnsweredWithoutOne()
    {
        var operation = Operation("", "GET", $"{Company}/customers/$count");
        operation.Remove("id");
        var response = (await SendAsync([operation]))[0]!.AsObject();
        Assert.That((response.ContainsKey("id"), response["id"]), Is.EqualTo((true, (JsonNode?)null)));
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"requests":[1]}""")]
    [TestCase("""{"requests":[{"id":"1","url":"companies"}]}""")]
    [TestCase("""{"requests":[{"id":"1","method":"GET"}]}""")]
    public async Task Body_ThatIsNoBatch_IsRefused(string body) => Assert.That((await _bench.SendToAsync("POST /$batch", body, Json)).Refusal, Does.StartWith("400 BadRequest"));

    [Test]
    public async Task Batch_WithoutAnAcceptHeader_IsAnsweredInParts()
    {
        var answer = await _bench.SendToAsync("POST /$batch", new JsonObject { ["requests"] = new JsonArray(Operation("a", "GET", $"{Company}/customers/$count")) }.ToJsonString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.ContentType), Is.EqualTo((200, "multipart/mixed")));
            Assert.That(answer.Text, Does.Contain("HTTP/1.1 200 OK").And.Contain($"{_bench.Company.CustomerCount}"));
        }
    }

    [Test]
    public async Task Batch_WithoutTheToken_IsRefused() => Assert.That(
        (await _bench.SendToAsync("POST /$batch", """{"requests":[]}""", Json, ("Authorization", "Bearer another"))).Status, Is.EqualTo(401));

    [Test]
    public async Task Batch_OnTheDocumentedSurface_IsUnknown() =>
        Assert.That((await _bench.Documented.SendToAsync("POST /$batch", """{"requests":[]}""", Json)).Status, Is.EqualTo(404));

    private static (string, string) Json => ("Accept", "application/json");

    private static string Statuses(JsonArray responses) => string.Join(' ', responses.Select(response => $"{response!["id"]}:{response["status"]}"));

    private JsonObject Create(string id, string body) => Operation(id, "POST", $"{Company}/customers", body);

    private static JsonObject Operation(string id, string method, string url, string? body = null, params (string Name, string Value)[] headers)
    {
        var operation = new JsonObject { ["id"] = id, ["method"] = method, ["url"] = url };
        var own = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value)));
        if (body is not null)
        {
            own["Content-Type"] = "application/json";
            operation["body"] = JsonNode.Parse(body);
        }

        operation["headers"] = own;
        return operation;
    }

    private Task<RawAnswer> PostAsync(IEnumerable<JsonObject> operations, params (string Name, string Value)[] headers) => _bench.SendToAsync(
        "POST /$batch", JsonSerializer.Serialize(new { requests = operations }), [Json, .. headers]);

    private async Task<JsonArray> SendAsync(IEnumerable<JsonObject> operations, params (string Name, string Value)[] headers)
    {
        var answer = await PostAsync(operations, headers);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json["responses"]!.AsArray();
    }
}
