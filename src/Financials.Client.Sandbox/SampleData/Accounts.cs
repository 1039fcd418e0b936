using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;
using Financials.Client.Sandbox.Rules.Posting;

namespace Financials.Client.Sandbox.SampleData;

/// <summary>A small chart of accounts.</summary>
internal static class Accounts
{
    private static readonly (string Number, string Name, string Category, string Type, bool IsDirect, Guid? Id)[] All =
    [
        ("10000", "ASSETS", "Assets", "Heading", false, null),
        ("10100", "Checking account", "Assets", "Posting", true, FixedRecords.CheckingAccount),
        ("10200", "Saving account", "Assets", "Posting", true, new Guid("3c8b1f50-7d2e-4a96-b1c4-0f9e8d7c6b5a")),
        (GeneralLedger.Receivables, "Accounts Receivable", "Assets", "Posting", false, null),
        (GeneralLedger.SalesTax, "Sales Tax Payable", "Liabilities", "Posting", false, null),
        (GeneralLedger.Sales, "Income, Services", "Income", "Posting", true, null),
        ("40200", "Income, Product Sales", "Income", "Posting", true, null),
        ("61100", "Bank Charges", "Expense", "Posting", true, null),
    ];

    public static void AddTo(CompanySets sets)
    {
        foreach (var (number, name, category, type, isDirect, id) in All)
        {
            sets.Find("accounts")!.Create(
                new JsonObject { ["number"] = number, ["displayName"] = name, ["category"] = category, ["accountType"] = type, ["directPosting"] = isDirect }, id);
        }
    }
}
