using Financials.Client.Dialects.Documented;
using Financials.Client.Generated.Documented;

namespace Financials.Client.Tests.Support;

/// <summary>Clients over a transport of the test's, at an address that does not exist.</summary>
internal static class TestClients
{
    public static readonly Uri BaseAddress = new("https://service.example/beta/financials");

    public static readonly FinancialsService Service = FinancialsService.Documented(BaseAddress, "https://service.example/.default");

    /// <summary>The public client, with every handler, sending each request once: for tests of other things than repetition.</summary>
    public static FinancialsClient Facade(HttpMessageHandler transport) => new(Service, new StaticTokenCredential("token"), Once(transport));

    /// <summary>Options under which a failed request is not repeated, so that no test waits.</summary>
    public static FinancialsClientOptions Once(HttpMessageHandler transport) =>
        new() { Transport = transport, Resilience = { MaxRetries = 0 } };

    /// <summary>The generated request builders on this build's Kiota runtime, without facade and without handlers.</summary>
    public static DocumentedApi Wire(HttpMessageHandler transport) =>
        new(DocumentedAdapter.Create(new HttpClient(transport), BaseAddress));
}
