using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>What WireMock knows and this server does not is refused, so that nothing in an exchange is ignored.</summary>
public class WireMappingTests
{
    private const string Get = "\"method\":\"GET\",\"url\":\"/a\"";
    private const string Ok = "\"status\":200";

    [TestCase("request.method", "\"url\":\"/a\"", Ok)]
    [TestCase("request.url", "\"method\":\"GET\"", Ok)]
    [TestCase("request.url", Get + ",\"urlPath\":\"/a\"", Ok)]
    [TestCase("request.urlPattern", Get + ",\"urlPattern\":\"/.*\"", Ok)]
    [TestCase("request.cookies", Get + ",\"cookies\":{}", Ok)]
    [TestCase("request.headers.A.contains", Get + ",\"headers\":{\"A\":{\"contains\":\"b\"}}", Ok)]
    [TestCase("request.headers.A.caseInsensitive", Get + ",\"headers\":{\"A\":{\"equalTo\":\"b\",\"caseInsensitive\":true}}", Ok)]
    [TestCase("request.queryParameters.a.absent", Get + ",\"queryParameters\":{\"a\":{\"absent\":true}}", Ok)]
    [TestCase("request.bodyPatterns", Get + ",\"bodyPatterns\":{\"equalToJson\":{}}", Ok)]
    [TestCase("request.bodyPatterns[0].matchesJsonPath", Get + ",\"bodyPatterns\":[{\"matchesJsonPath\":\"$.a\"}]", Ok)]
    [TestCase("request.bodyPatterns[1].ignoreExtraElements", Get + ",\"bodyPatterns\":[{\"equalToJson\":{}},{\"ignoreExtraElements\":true}]", Ok)]
    [TestCase("request.bodyPatterns[0].binaryEqualTo", Get + ",\"bodyPatterns\":[{\"equalToJson\":{},\"binaryEqualTo\":\"\"}]", Ok)]
    [TestCase("request.bodyPatterns[0].equalToJson", Get + ",\"bodyPatterns\":[{\"equalToJson\":\"{}\"}]", Ok)]
    [TestCase("request.bodyPatterns[0].equalToJson", Get + ",\"bodyPatterns\":[{\"equalToJson\":{\"a\":\"${json-unit.any-string}\"}}]", Ok)]
    [TestCase("response.status", Get, "\"body\":\"a\"")]
    [TestCase("response.bodyFileName", Get, Ok + ",\"bodyFileName\":\"a\"")]
    [TestCase("response.delayDistribution", Get, Ok + ",\"delayDistribution\":{}")]
    [TestCase("response.body", Get, Ok + ",\"jsonBody\":{},\"body\":\"a\"")]
    [TestCase("response.headers.A", Get, Ok + ",\"headers\":{\"A\":[\"b\",\"c\"]}")]
    [TestCase("response.fault", Get, "\"fault\":\"HICCUP\"")]
    [TestCase("response.transformers", Get, Ok + ",\"body\":\"a\",\"transformers\":[\"another\"]")]
    [TestCase("response.body", Get, Ok + ",\"body\":\"{{now}}\",\"transformers\":[\"response-template\"]")]
    [TestCase("response.fixedDelayMilliseconds", Get, Ok + ",\"fixedDelayMilliseconds\":\"1\"")]
    [TestCase("response.chunkedDribbleDelay.numberOfChunks", Get, Ok + ",\"chunkedDribbleDelay\":{\"totalDuration\":1}")]
    [TestCase("priority", Get, Ok, ",\"priority\":1")]
    [TestCase("postServeActions", Get, Ok, ",\"postServeActions\":[]")]
    [TestCase("newScenarioState", Get, Ok, ",\"scenarioName\":\"a\",\"requiredScenarioState\":\"Started\"")]
    public void Mapping_WithWhatThisServerCannotDo_IsRefusedByName(string member, string request, string response, string more = "")
    {
        var mapping = JsonNode.Parse("{\"metadata\":{\"test\":\"a\"},\"request\":{" + request + "},\"response\":{" + response + "}" + more + "}")!;

        var error = Assert.Throws<InvalidOperationException>(() => _ = new WireMapping(mapping));

        Assert.That(error.Message, Does.StartWith($"The mapping was refused: its member '{member}' "));
    }
}
