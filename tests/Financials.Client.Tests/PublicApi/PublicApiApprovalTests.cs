using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.PublicApi;

public class PublicApiApprovalTests
{
    private const string Folder = "tests/Financials.Client.Tests/PublicApi/";
    private const string Approved = Folder + "PublicApi.approved.txt";
    private const string Received = Folder + "PublicApi.received.txt";

    /// <summary>Applications are compiled against the public API, so it changes only when somebody means it to.</summary>
    [Test]
    public void PublicApi_ComparedWithTheApprovedListing_IsTheSame()
    {
        var received = PublicApiListing.Of(typeof(FinancialsClient).Assembly);
        var approved = File.Exists(Repository.PathOf(Approved)) ? File.ReadAllText(Repository.PathOf(Approved)).ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(Repository.PathOf(Received));
            return;
        }

        File.WriteAllText(Repository.PathOf(Received), received);
        Assert.Fail(
            $"The public API has changed:\n{Differences(approved, received)}\n" +
            $"If that is what you want, approve it and commit: mv {Received} {Approved}");
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
