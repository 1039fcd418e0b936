using Financials.Sandbox;

namespace WorkerService;

/// <summary>Settings and a first file, for a worker that runs on the sandbox.</summary>
internal static class SandboxDefaults
{
    public static Dictionary<string, string?> Of(FinancialsSandbox sandbox) => new()
    {
        ["Financials:BaseAddress"] = sandbox.BaseAddress.AbsoluteUri,
        ["Financials:Scope"] = sandbox.Service.Scope,
        ["Worker:CompanyId"] = sandbox.Company.Id.ToString(),
        ["Worker:JournalId"] = sandbox.Company.DefaultJournal.Id.ToString(),
    };

    public static async Task DropAnExampleAsync(string inbox)
    {
        Directory.CreateDirectory(inbox);
        await File.WriteAllTextAsync(
            Path.Combine(inbox, "example.json"),
            """
            [
              { "reference": "bank-1", "customerNumber": "10000", "amount": 1500.00, "postingDate": "2026-01-31", "documentNumber": "1234" },
              { "reference": "bank-2", "customerNumber": "20000", "amount": 99.95, "postingDate": "2026-01-31", "documentNumber": "1235" },
              { "reference": "bank-3", "customerNumber": "nobody", "amount": 12.00, "postingDate": "2026-01-31", "documentNumber": "1236" }
            ]
            """);
    }
}
