using System.Reflection;
using Financials.Client.Ledger.Sql;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.PublicApi;

public class PublicApiApprovalTests
{
    private const string Folder = "tests/Financials.Client.Tests/PublicApi/";

    private static IEnumerable<TestCaseData> Packages =>
    [
        new TestCaseData(typeof(FinancialsClient).Assembly, "PublicApi").SetArgDisplayNames("Financials.Client"),
        new TestCaseData(typeof(SqlPaymentLedger).Assembly, "LedgerSqlApi").SetArgDisplayNames("Financials.Client.Ledger.Sql"),
        new TestCaseData(typeof(FinancialsSandbox).Assembly, "SandboxApi").SetArgDisplayNames("Financials.Client.Sandbox"),
    ];

    /// <summary>Applications are compiled against the public API, so it changes only when somebody means it to.</summary>
    [TestCaseSource(nameof(Packages))]
    public void PublicApi_ComparedWithTheApprovedListing_IsTheSame(Assembly package, string listing)
    {
        var (approvedFile, receivedFile) = ($"{Folder}{listing}.approved.txt", $"{Folder}{listing}.received.txt");
        var received = PublicApiListing.Of(package);
        var approved = File.Exists(Repository.PathOf(approvedFile)) ? File.ReadAllText(Repository.PathOf(approvedFile)).ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(Repository.PathOf(receivedFile));
            return;
        }

        File.WriteAllText(Repository.PathOf(receivedFile), received);
        Assert.Fail(
            $"The public API has changed:\n{Differences(approved, received)}\n" +
            $"If that is what you want, approve it and commit: mv {receivedFile} {approvedFile}");
    }

    private static string Differences(string approved, string received)
    {
        var before = Qualified(approved);
        var now = Qualified(received);
        return string.Join("\n", [.. before.Except(now).Select(line => $"- {line}"), .. now.Except(before).Select(line => $"+ {line}")]);
    }

    /// <summary>The lines, each member with the heading of its type.</summary>
    private static List<string> Qualified(string listing)
    {
        var heading = "";
        List<string> lines = [];
        foreach (var line in listing.Split('\n').Where(line => line is not ("" or "{" or "}")))
        {
            heading = line.StartsWith(' ') ? heading : line;
            lines.Add(line.StartsWith(' ') ? $"{heading.Split(" : ")[0]} {{ {line.Trim()} }}" : line);
        }

        return lines;
    }
}
