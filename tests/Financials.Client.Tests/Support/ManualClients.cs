using Azure.Core;

namespace Financials.Client.Tests.Support;

/// <summary>Clients with every handler, over a transport and a clock of the test's.</summary>
internal static class ManualClients
{
    public static FinancialsClient Of(
        HttpMessageHandler transport,
        TimeProvider? time = null,
        ResilienceOptions? resilience = null,
        TokenCredential? credential = null) =>
        new(
            TestClients.Service,
            credential ?? new StaticTokenCredential("token"),
            new FinancialsClientOptions
            {
                Transport = transport,
                TimeProvider = time ?? TimeProvider.System,
                Resilience = resilience ?? new ResilienceOptions(),
            });

    /// <summary>The same for Business Central's API v2.0.</summary>
    public static FinancialsClient OfBusinessCentral(HttpMessageHandler transport, TimeProvider time) => new(
        FinancialsService.BusinessCentral(new Uri("https://central.example/v2.0/contoso.com/production/api/v2.0"), "https://central.example/.default"),
        new StaticTokenCredential("token"),
        new FinancialsClientOptions { Transport = transport, TimeProvider = time });

    /// <summary>The customers of some company of such a client.</summary>
    public static CustomersClient Customers(this FinancialsClient client) => client.Companies[Company].Customers;

    private static Guid Company { get; } = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");
}
