using System.Text.Json.Nodes;
using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations;

/// <summary>The documents' own examples stand in the contract and in the exchanges, and are the same in both.</summary>
public class DocumentedExampleTests
{
    [TestCase("Customers/createCustomer", "createCustomer")]
    [TestCase("Customers/addCustomerReference", "addCustomerReference")]
    [TestCase("SalesInvoices/createInvoiceCustomer", "createInvoiceCustomer")]
    [TestCase("CustomerPayments/createJournalPayment", "createJournalPayment")]
    [TestCase("CustomerPayments/createPaymentAtDocumentedAddress", "createJournalPayment")]
    [TestCase("CustomerPayments/createPayment", "createPayment")]
    public void Exchange_OfADocumentedOperation_HasTheContractsExample(string file, string example)
    {
        var stub = Stub.Of(file);
        var request = JsonNode.Parse(stub.ToRequest().Body);

        Assert.That(request!.ToJsonString(), Is.EqualTo(Untyped(OpenApiDocument.Documented.Example($"{example}Request")).ToJsonString()));
        Assert.That(JsonNode.DeepEquals(stub.Response["jsonBody"], OpenApiDocument.Documented.Example($"{example}Answer")), Is.True);
    }

    /// <summary>The documents name each entity's type in the request, too. It may be left out, and the client does.</summary>
    private static JsonObject Untyped(JsonNode entity) => new(entity.AsObject()
        .Where(member => member.Key != "@odata.type")
        .Select(member => KeyValuePair.Create(member.Key, member.Value is JsonObject part ? Untyped(part) : member.Value?.DeepClone())));
}
