using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>
/// What a service that works says. The entities are those of the recorded exchanges, one of each kind; every one holds the canary
/// e-mail address, in its own e-mail property and in one that the contract does not know.
/// </summary>
internal static partial class ServiceBodies
{
    public const string Error =
        """{"error":{"code":"Application_DialogException",""" +
        $"\"message\":\"The email '{Canaries.Email}' is not valid for Bearer {Canaries.Token}.  " +
        "CorrelationId:  0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9.\"," +
        """
        "innerError":{"request-id":"5d1f9f0e-6b7d-4e59-a1c2-3d4e5f607182","date":"2017-03-08T09:14:02"}}}
        """;

    private static readonly FrozenDictionary<string, string> Entities = new Dictionary<string, string>
    {
        ["companies"] = Read("Companies/getCompany"),
        ["customers"] = Read("Customers/getCustomer"),
        ["customerPaymentJournals"] = Read("PaymentJournals/getPaymentJournal"),
        ["customerPayments"] = Read("CustomerPayments/getJournalPayment"),
        ["salesInvoices"] = Read("SalesInvoices/getInvoice"),
        ["currencies"] = Read("Currencies/getCurrency"),
        ["paymentTerms"] = Read("PaymentTerms/getPaymentTerm"),
        ["paymentMethods"] = Read("PaymentMethods/getPaymentMethod"),
        ["shipmentMethods"] = Read("ShipmentMethods/getShipmentMethod"),
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> All { get; } = Entities.Values;

    public static bool IsSet(string name) => Entities.ContainsKey(name);

    public static string Of(string set) => Entities[set];

    public static Guid IdOf(string set) => JsonNode.Parse(Of(set))!["id"]!.GetValue<Guid>();

    /// <summary>What the service stores of a request's body: the entity, with the values that were sent.</summary>
    public static string Stored(string set, string sent)
    {
        var entity = JsonNode.Parse(Of(set))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(sent)!.AsObject())
        {
            entity[name] = value?.DeepClone();
        }

        return entity.ToJsonString();
    }

    public static string Page(string[] rows, string? nextLink = null)
    {
        var link = nextLink is null ? "" : $"""
            ,"@odata.nextLink":"{nextLink}"
            """;
        return $$"""
            {"@odata.context":"https://graph.microsoft.com/beta/$metadata#x","value":[{{string.Join(',', rows)}}]{{link}}}
            """;
    }

    private static string Read(string exchange)
    {
        var file = Repository.PathOf($"tests/Financials.Client.ContractTests/Exchanges/Documented/{exchange}.json");
        var entity = JsonNode.Parse(File.ReadAllText(file, Encoding.UTF8))!["response"]!["jsonBody"]!.AsObject();
        entity["unknown"] = Canaries.Email;
        return EmailAddress().Replace(entity.ToJsonString(), Canaries.Email);
    }

    [GeneratedRegex(@"[\w.]+@[\w]+\.\w+")]
    private static partial Regex EmailAddress();
}
