using System.Text;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>Which requests the server takes for those that a mapping names.</summary>
public class WireServerMatchingTests : WireServerTest
{
    private const string Expected =
        """
        "method":"POST","urlPath":"/a(1)","queryParameters":{"$top":{"equalTo":"2"},"$filter":{"equalTo":"b c"}},
        "headers":{"If-Match":{"equalTo":"W/\"x\""}},
        "bodyPatterns":[{"equalToJson":{"number":1,"items":[1,2],"nothing":null,"text":"x","inner":{"a":"b"}}}]
        """;

    private const string Body = """{"number":1,"items":[1,2],"nothing":null,"text":"x","inner":{"a":"b"}}""";
    private const string Address = "a(1)?$top=2&$filter=b%20c";

    private static IEnumerable<TestCaseData> Requests()
    {
        yield return Case("as expected", "POST", Address, Body, true);

        yield return Case("another method", "PUT", Address, Body, false);
        yield return Case("another path", "POST", "a(2)?$top=2&$filter=b%20c", Body, false);
        yield return Case("a path in other case", "POST", "A(1)?$top=2&$filter=b%20c", Body, false);
        yield return Case("a path with a slash more", "POST", "a(1)/?$top=2&$filter=b%20c", Body, false);
        yield return Case("the path otherwise encoded", "POST", "a%281%29?$top=2&$filter=b%20c", Body, false);

        yield return Case("an option of another value", "POST", "a(1)?$top=3&$filter=b%20c", Body, false);
        yield return Case("an option of a longer value", "POST", "a(1)?$top=2&$filter=b%20c,d", Body, false);
        yield return Case("an option of a value in other case", "POST", "a(1)?$top=2&$filter=B%20c", Body, false);
        yield return Case("an option of a name in other case", "POST", "a(1)?$TOP=2&$filter=b%20c", Body, false);
        yield return Case("an option less", "POST", "a(1)?$top=2", Body, false);
        yield return Case("options behind a semicolon", "POST", "a(1)?$top=2;$filter=b%20c", Body, false);
        yield return Case("options otherwise encoded", "POST", "a(1)?%24top=2&%24filter=b+c", Body, true);
        yield return Case("options in another order", "POST", "a(1)?$filter=b%20c&$top=2", Body, true);

        yield return Case("a header of another value", "POST", Address, Body, false, "W/\"y\"");
        yield return Case("a header of a value in other case", "POST", Address, Body, false, "w/\"x\"");
        yield return Case("a header of a pattern", "POST", Address, Body, false, "*");
        yield return Case("a header less", "POST", Address, Body, false, null);

        yield return Case("a member more", "POST", Address, BodyWith("\"number\":1", "\"number\":1,\"more\":null"), false);
        yield return Case("an inner member more", "POST", Address, BodyWith("\"b\"", "\"b\",\"more\":1"), false);
        yield return Case("a member less", "POST", Address, BodyWith("\"nothing\":null,", ""), false);
        yield return Case("a member of another type", "POST", Address, BodyWith("\"number\":1", "\"number\":\"1\""), false);
        yield return Case("another number", "POST", Address, BodyWith("\"number\":1", "\"number\":1.01"), false);
        yield return Case("a text in other case", "POST", Address, BodyWith("\"x\"", "\"X\""), false);
        yield return Case("an item more", "POST", Address, BodyWith("[1,2]", "[1,2,3]"), false);
        yield return Case("items in another order", "POST", Address, BodyWith("[1,2]", "[2,1]"), false);
        yield return Case("no JSON", "POST", Address, Body[..^1], false);
        yield return Case("no body", "POST", Address, "", false);
        yield return Case("members in another order", "POST", Address, """{"inner":{"a":"b"},"text":"x","nothing":null,"items":[1,2],"number":1}""", true);
        yield return Case("a number with a zero", "POST", Address, BodyWith("\"number\":1", "\"number\":1.0"), true);
    }

    [TestCaseSource(nameof(Requests))]
    public async Task Request_WithAnythingOtherwise_IsNotMatched(string method, string address, string body, bool isMatched, string? version)
    {
        await AddAsync(Expected);

        using var response = await SendAsync(
            method, address, Encoding.UTF8.GetBytes(body), headers: version is null ? [] : ((string, string)[])[("If-Match", version)]);

        var entry = (await JournalAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(isMatched ? 200 : 404));
            Assert.That(entry.Mapping is not null, Is.EqualTo(isMatched));
            Assert.That(entry.Difference is not null, Is.EqualTo(!isMatched));
            Assert.That(entry.Method, Is.EqualTo(method));
            Assert.That(entry.Url, Is.EqualTo($"/{Test}/{address}"));
            Assert.That(entry.Headers.GetValueOrDefault("if-match"), Is.EqualTo(version));
            Assert.That(entry.Body, Is.EqualTo(body));
        }
    }

    [TestCase("b", true)]
    [TestCase("b?$top=1", false)]
    [TestCase("%62", false)]
    public async Task Request_ForAUrl_IsOfNoOther(string address, bool isMatched)
    {
        await AddAsync("""
            "method":"GET","url":"/b"
            """);

        Assert.That(await StatusAsync("GET", address), Is.EqualTo(isMatched ? 200 : 404));
    }

    [TestCase(new byte[] { 0, 1, 255 }, true)]
    [TestCase(new byte[] { 0, 1, 254 }, false)]
    [TestCase(new byte[] { 0, 1, 255, 0 }, false)]
    [TestCase(new byte[0], false)]
    public async Task Request_WithBytes_IsComparedToTheLast(byte[] body, bool isMatched)
    {
        await AddAsync("""
            "method":"PATCH","url":"/c","bodyPatterns":[{"binaryEqualTo":"AAH/"}]
            """);

        using var response = await SendAsync("PATCH", "c", body);

        Assert.That((int)response.StatusCode, Is.EqualTo(isMatched ? 200 : 404));
    }

    [TestCase("""{"a":1}""", true)]
    [TestCase("""{"a":-2.5e3}""", true)]
    [TestCase("""{"a":"1"}""", false)]
    [TestCase("""{"a":null}""", false)]
    [TestCase("""{}""", false)]
    [TestCase("""{"a":1,"b":1}""", false)]
    public async Task Request_WithAnyNumber_IsComparedOtherwise(string body, bool isMatched)
    {
        await AddAsync("""
            "method":"POST","url":"/d","bodyPatterns":[{"equalToJson":{"a":"${json-unit.any-number}"}}]
            """);

        using var response = await SendAsync("POST", "d", Encoding.UTF8.GetBytes(body));

        Assert.That((int)response.StatusCode, Is.EqualTo(isMatched ? 200 : 404));
    }

    [Test]
    public async Task Request_OfWhichOnePatternOfTwoIsTrue_IsNotMatched([Values(1, 2)] int number)
    {
        await AddAsync("""
            "method":"POST","url":"/e","bodyPatterns":[{"equalToJson":{"a":1}},{"equalToJson":{"a":2}}]
            """);

        using var response = await SendAsync("POST", "e", Encoding.UTF8.GetBytes($$"""{"a":{{number}}}"""));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Request_OfTwoMappings_IsOfTheNewerThoughItSaysLess()
    {
        await AddAsync("\"method\":\"GET\",\"url\":\"/f\"", "\"status\":201");
        await AddAsync("\"method\":\"GET\",\"url\":\"/f\",\"headers\":{\"A\":{\"equalTo\":\"b\"}}", "\"status\":202");
        await AddAsync("\"method\":\"GET\",\"url\":\"/f\"", "\"status\":203");

        using var response = await SendAsync("GET", "f", headers: ("A", "b"));

        Assert.That((int)response.StatusCode, Is.EqualTo(203));
    }

    [Test]
    public async Task Requests_OfASequence_AreMatchedInTheirOrderAndOnce()
    {
        await AddAsync("\"method\":\"GET\",\"url\":\"/1\"", members: In("Started", "Request 2"));
        await AddAsync("\"method\":\"GET\",\"url\":\"/2\"", members: In("Request 2", "Request 3"));
        await AddAsync("\"method\":\"GET\",\"url\":\"/1\"", "\"status\":203", In("Request 3", "Over"));

        var statuses = new List<int>();
        foreach (var address in (string[])["2", "1", "1", "2", "2", "1", "1", "2"])
        {
            statuses.Add(await StatusAsync("GET", address));
        }

        Assert.That(statuses, Is.EqualTo((int[])[404, 200, 404, 200, 404, 203, 404, 404]));
        Assert.That((await JournalAsync()).Select(entry => entry.Mapping is null), Is.EqualTo(statuses.Select(status => status == 404)));
    }

    [Test]
    public async Task Mapping_Forgotten_MatchesNothingAndLeavesNoRequests()
    {
        await AddAsync("\"method\":\"GET\",\"url\":\"/g\"");
        await StatusAsync("GET", "g");

        await Server.ForgetAsync(Test, $"/{Test}");

        Assert.That(await JournalAsync(), Is.Empty);
        Assert.That(await StatusAsync("GET", "g"), Is.EqualTo(404));
    }

    [Test]
    public async Task Mapping_WithAnUnknownMember_IsRefused()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => AddAsync("\"method\":\"GET\",\"url\":\"/h\",\"weather\":\"fine\""));

        Assert.That(error.Message, Does.Contain("weather"));
        Assert.That(await StatusAsync("GET", "h"), Is.EqualTo(404));
    }

    private static string BodyWith(string changed, string change) => Body.Replace(changed, change, StringComparison.Ordinal);

    private static TestCaseData Case(string name, string method, string address, string body, bool isMatched, string? version = "W/\"x\"") =>
        new TestCaseData(method, address, body, isMatched, version).SetArgDisplayNames(name);
}
