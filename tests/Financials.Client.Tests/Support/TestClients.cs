using Financials.Client.Dialects.Documented;
using Financials.Client.Generated.Documented;

namespace Financials.Client.Tests.Support;

/// <summary>Clients over a transport of the test's, at an address that does not exist.</summary>
internal static class TestClients
{
    public static readonly Uri BaseAddress = new("https://service.example/beta/financials");

    public static readonly FinancialsService Service = FinancialsService.Documented(BaseAddress, "https://service.example/.default");

    /// <summary>The public client, with every handler.</summary>
    public static FinancialsClient Facade(HttpMessageHandler transport) =>
        new(Service, new StaticTokenCredential("token"), new FinancialsClientOptions { Transport = transport });

    /// <summary>The generated request builders on this build's Kiota runtime, without facade and without handlers.</summary>
    public static DocumentedApi Wire(HttpMessageHandler transport) =>
        new(DocumentedAdapter.Create(new HttpClient(transport), BaseAddress));
}
