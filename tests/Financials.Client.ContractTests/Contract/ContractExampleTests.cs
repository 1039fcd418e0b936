using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>What the documents show is what their schemas say, and no request shows what the service refuses.</summary>
public class ContractExampleTests
{
    [Test]
    public void Examples_OfTheDocumentedSurface_FitTheirSchemas() => Assert.That(Problems(OpenApiDocument.Documented), Is.Empty);

    [Test]
    public void Examples_OfBusinessCentral_FitTheirSchemas() => Assert.That(Problems(OpenApiDocument.BusinessCentral), Is.Empty);

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
