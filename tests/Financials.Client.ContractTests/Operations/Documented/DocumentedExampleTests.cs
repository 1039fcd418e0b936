using System.Text.Json.Nodes;
using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations.Documented;

/// <summary>The documents' own examples stand in the contract and in the exchanges, and are the same in both.</summary>
public class DocumentedExampleTests
{
    [TestCase("Documented/Customers/createCustomer", "createCustomer")]
    [TestCase("Documented/Customers/addCustomerReference", "addCustomerReference")]
    [TestCase("Documented/SalesInvoices/createInvoiceCustomer", "createInvoiceCustomer")]
    [TestCase("Documented/CustomerPayments/createJournalPayment", "createJournalPayment")]
    [TestCase("Documented/CustomerPayments/createPaymentAtDocumentedAddress", "createJournalPayment")]
    [TestCase("Documented/CustomerPayments/createPayment", "createPayment")]
    public void Exchange_OfADocumentedOperation_HasTheContractsExample(string file, string example)
    {
        var stub = Stub.Of(file);
        var request = JsonNode.Parse(stub.ToRequest().Body);

        Assert.That(request!.ToJsonString(), Is.EqualTo(Untyped(Surface.Documented.Document.Example($"{example}Request")).ToJsonString()));
        Assert.That(JsonNode.DeepEquals(stub.Response["jsonBody"], Surface.Documented.Document.Example($"{example}Answer")), Is.True);
    }

    /// <summary>The documents name each entity's type in the request, too. It may be left out, and the client does.</summary>
    private static JsonObject Untyped(JsonNode entity) => new(entity.AsObject()
        .Where(member => member.Key != "@odata.type")
        .Select(member => KeyValuePair.Create(member.Key, member.Value is JsonObject part ? Untyped(part) : member.Value?.DeepClone())));
}
