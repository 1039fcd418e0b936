using Financials.Client.Sandbox;

namespace PaymentApi;

/// <summary>Without a service in the configuration there is nothing to talk to yet, so it is a sandbox of Business Central in this process.</summary>
internal static class SandboxDefaults
{
    private static readonly string[] Services = ["Financials:Tenant", "Financials:BaseAddress", "Financials:GraphVersion"];

    /// <returns>The sandbox; null where a service is named.</returns>
    public static async Task<FinancialsSandbox?> UseWhereNoServiceIsNamedAsync(ConfigurationManager configuration)
    {
        if (Services.Any(service => configuration[service] is not null))
        {
            return null;
        }

        var sandbox = await FinancialsSandbox.StartAsync();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Financials:BaseAddress"] = sandbox.BusinessCentralAddress.AbsoluteUri,
            ["Financials:Scope"] = FinancialsSandbox.Scope,
            ["Financials:Surface"] = "BusinessCentral",
            ["Payments:Database"] = $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("payments-").FullName, "payments.db")}",
            ["Payments:Secret"] = "sandbox",
            ["Payments:CompanyId"] = $"{sandbox.Company.Id}",
            ["Payments:JournalId"] = $"{sandbox.Company.DefaultJournal.Id}",
        });
        return sandbox;
    }
}
