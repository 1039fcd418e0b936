using System.Text.Json;
using Financials.Client.Generated.Documented.Companies.Item;
using Financials.Client.Tests.Support;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Wire models on their way to a service and back, through the Kiota runtime of this build.</summary>
internal static class WireTrips
{
    /// <returns>The customer that a service's answer is read as.</returns>
    public static Wire.Customer ReadCustomer(string answer) =>
        Company(ScriptedTransport.Answering(answer)).Customers[Guid.Empty].GetAsync().GetAwaiter().GetResult()!;

    /// <returns>The payment that a service's answer is read as.</returns>
    public static Wire.CustomerPayment ReadPayment(string answer) =>
        Company(ScriptedTransport.Answering(answer)).CustomerPayments[Guid.Empty].GetAsync().GetAwaiter().GetResult()!;

    /// <returns>What was sent, and what is read where the service answers with just that.</returns>
    public static (JsonElement Sent, Wire.Customer Echoed) Send(Wire.Customer customer)
    {
        var transport = ScriptedTransport.Echo();
        var echoed = Company(transport).Customers.PostAsync(customer).GetAwaiter().GetResult()!;
        return (Sent(transport), echoed);
    }

    /// <returns>What was sent, and what is read where the service answers with just that.</returns>
    public static (JsonElement Sent, Wire.CustomerPayment Echoed) Send(Wire.CustomerPayment payment)
    {
        var transport = ScriptedTransport.Echo();
        var echoed = Company(transport).CustomerPayments.PostAsync(payment).GetAwaiter().GetResult()!;
        return (Sent(transport), echoed);
    }

    private static WithCompanyItemRequestBuilder Company(ScriptedTransport transport) =>
        TestClients.Wire(transport).Companies[Guid.Empty];

    private static JsonElement Sent(ScriptedTransport transport) => JsonElement.Parse(transport.Requests.Single().Body);
}
