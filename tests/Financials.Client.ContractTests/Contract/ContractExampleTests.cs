using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>What the documents show is what their schemas say, and no request shows what the service refuses.</summary>
public class ContractExampleTests
{
    [TestCase(nameof(Surface.Documented))]
    [TestCase(nameof(Surface.BusinessCentral))]
    public void Examples_OfAContract_FitTheirSchemas(string surface) => Assert.That(Problems(Surface.Named(surface).Document), Is.Empty);

    private static IEnumerable<string> Problems(OpenApiDocument document) =>
        from operation in document.Operations
        from message in Messages(operation)
        let json = message.Message["content"]?["application/json"]
        where json is not null
        from example in ExamplesOf(document, json)
        from problem in new SchemaValidator(document, message.IsRequest).Problems(example, json["schema"]!)
        select $"{operation.Id}: {problem}";

    private static IEnumerable<(JsonObject Message, bool IsRequest)> Messages(OpenApiOperation operation) =>
        (operation.RequestBody is { } body ? [(body, true)] : Array.Empty<(JsonObject, bool)>())
        .Concat(operation.Responses.Select(response => (response.Response, false)));

    private static IEnumerable<JsonNode?> ExamplesOf(OpenApiDocument document, JsonNode json) =>
        json["examples"]?.AsObject().Select(example => document.Resolve(example.Value!)["value"]) ?? [json["example"]];
}
