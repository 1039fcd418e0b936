using Financials.Client.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Financials.Client.Tests.DependencyInjection;

/// <summary>Services of applications that use the client.</summary>
internal static class Applications
{
    /// <summary>Settings that work, and wait no longer than tests should.</summary>
    public static readonly Dictionary<string, string?> Working = new()
    {
        ["Financials:BaseAddress"] = TestClients.BaseAddress.AbsoluteUri,
        ["Financials:Scope"] = "https://service.example/.default",
        ["Financials:Resilience:BaseDelay"] = "00:00:00.001",
        ["Financials:Resilience:MaxDelay"] = "00:00:00.001",
    };

    public static IConfigurationSection Section(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Financials");

    /// <summary>An application with one client, over a transport of the test's.</summary>
    public static ServiceProvider With(HttpMessageHandler transport, Action<FinancialsClientBuilder>? setUp = null)
    {
        var services = new ServiceCollection();
        var client = services.AddFinancialsClient(Section(Working)).UseCredential(new StaticTokenCredential("token"));
        client.ConfigurePrimaryHttpMessageHandler(() => transport);
        setUp?.Invoke(client);
        return services.BuildServiceProvider(validateScopes: true);
    }

    public static CustomersClient Customers(this IServiceProvider services) => services.GetRequiredService<FinancialsClient>().Customers();
}
