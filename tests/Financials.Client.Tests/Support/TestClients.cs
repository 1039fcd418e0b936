using Financials.Client.Generated.Documented;
using Financials.Client.Kiota;

namespace Financials.Client.Tests.Support;

/// <summary>Clients over a transport of the test's, at an address that does not exist.</summary>
internal static class TestClients
{
    public static readonly Uri BaseAddress = new("https://service.example/beta/financials");

    public static readonly FinancialsService Service = FinancialsService.Documented(BaseAddress, "https://service.example/.default");

    /// <summary>The generated request builders on this build's Kiota runtime.</summary>
    public static DocumentedApi Api { get; } = new(KiotaRequests.Adapter(BaseAddress));

    /// <summary>The public client, sending each request once: for tests of other things than retries.</summary>
    public static FinancialsClient Facade(HttpMessageHandler transport) => Facade(Once(transport));

    /// <summary>The public client with options of the test's.</summary>
    public static FinancialsClient Facade(FinancialsClientOptions options) => new(Service, new StaticTokenCredential("token"), options);

    /// <summary>The same for Business Central's API v2.0.</summary>
    public static FinancialsClient BusinessCentral(HttpMessageHandler transport) => BusinessCentral(Once(transport));

    /// <summary>The same with options of the test's.</summary>
    public static FinancialsClient BusinessCentral(FinancialsClientOptions options) => new(
        FinancialsService.BusinessCentral(new Uri("https://central.example/v2.0/contoso.com/production/api/v2.0"), "https://central.example/.default"),
        new StaticTokenCredential("token"),
        options);

    /// <summary>Options under which a failed request is not retried, so that no test waits.</summary>
    public static FinancialsClientOptions Once(HttpMessageHandler transport) =>
        new() { Transport = transport, Resilience = { MaxRetries = 0 } };
}
