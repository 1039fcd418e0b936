using System.Text.Json;
using Financials.Client.Sandbox;

namespace WorkerService;

/// <summary>Settings and a first file, for a worker that runs on the sandbox.</summary>
internal static class SandboxDefaults
{
    public static Dictionary<string, string?> Of(FinancialsSandbox sandbox) => new()
    {
        ["Financials:BaseAddress"] = sandbox.BusinessCentralAddress.AbsoluteUri,
        ["Financials:Scope"] = FinancialsSandbox.Scope,
        ["Financials:Surface"] = "BusinessCentral",
        ["Worker:Inbox"] = Directory.CreateTempSubdirectory("inbox-").FullName,
        ["Worker:Company"] = sandbox.Company.Name,
        ["Worker:Journal"] = sandbox.Company.DefaultJournal.Code,
    };

    /// <summary>Payments of customers that the sandbox has, and one of somebody whom it does not know.</summary>
    public static async Task DropAnExampleAsync(FinancialsSandbox sandbox, string inbox)
    {
        await using var file = File.Create(Path.Combine(inbox, "example.json"));
        await JsonSerializer.SerializeAsync(
            file,
            sandbox.Company.Customers.Take(3).Select(customer => customer.Number!).Append("NOBODY")
                .Select((number, i) => new IncomingPayment($"bank-{i + 1}", number, 100m * (i + 1), new DateOnly(2026, 1, 31), $"{1234 + i}")),
            JsonSerializerOptions.Web);
    }
}
