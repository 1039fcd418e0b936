using System.Text;
using System.Text.Json;
using Financials.Client.Dialects;
using Financials.Client.Dialects.Documented;
using Financials.Client.Kiota;
using Financials.Client.Models;
using Financials.Client.Tests.Support;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Wire models on their way to a service, through the Kiota runtime of this build, and back into models.</summary>
internal static class WireTrips
{
    /// <returns>The customer that a service's response is read as.</returns>
    public static Customer ReadCustomer(string json) => Read(json, CustomerMapping.Instance);

    /// <returns>The payment that a service's response is read as.</returns>
    public static CustomerPayment ReadPayment(string json) => Read(json, CustomerPaymentMapping.Instance);

    /// <returns>What is sent, and what is read where the service answers with just that.</returns>
    public static (JsonElement Sent, Customer Echoed) Send(Wire.Customer customer)
    {
        var (_, _, body) = KiotaRequests.Read(KiotaRequests.Build(
            static (set, body) => set.ToPostRequestInformation(body), TestClients.Api.Companies[Guid.Empty].Customers, customer));
        return (JsonElement.Parse(body!), ReadCustomer(Encoding.UTF8.GetString(body!)));
    }

    /// <returns>What is sent, and what is read where the service answers with just that.</returns>
    public static (JsonElement Sent, CustomerPayment Echoed) Send(Wire.CustomerPayment payment)
    {
        var (_, _, body) = KiotaRequests.Read(KiotaRequests.Build(
            static (set, body) => set.ToPostRequestInformation(body), TestClients.Api.Companies[Guid.Empty].CustomerPayments, payment));
        return (JsonElement.Parse(body!), ReadPayment(Encoding.UTF8.GetString(body!)));
    }

    private static TModel Read<TModel>(string json, EntityMapping<TModel> mapping)
        where TModel : class, IEntity<TModel>, new()
    {
        var record = new RecordReader(Encoding.UTF8.GetBytes(json), texts: null);
        record.Start();
        var entity = mapping.Read(ref record);
        record.End();
        return entity;
    }
}
