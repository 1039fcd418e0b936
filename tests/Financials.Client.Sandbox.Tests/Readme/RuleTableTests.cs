using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Readme;

/// <summary>The table of rules names tests that there are, and a test for every rule.</summary>
[TestFixture]
public sealed partial class RuleTableTests
{
    [Test]
    public void Rules_OfTheTable_HaveTestsThatThereAre()
    {
        var rows = File.ReadLines(Repository.PathOf("tests/Financials.Client.Sandbox.Tests/Rules.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        var problems = rows.SelectMany(row => Problems(row.Split(" | ")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems, Is.Empty);
            Assert.That(rows, Has.Count.GreaterThan(40));
        }
    }

    private static IEnumerable<string> Problems(string[] row)
    {
        var names = TestName().Matches(row[^1]).Select(match => match.Groups[1].Value).ToList();
        return names.Count == 0 ? [$"no test: {row[0]}"] : names.Where(name => !Exists(name)).Select(name => $"no such test: {name}");
    }

    private static bool Exists(string name)
    {
        var dot = name.LastIndexOf('.');
        var method = typeof(RuleTableTests).Assembly.GetType($"Financials.Client.Sandbox.Tests.{name[..dot]}")?.GetMethod(name[(dot + 1)..]);
        return method is not null && method.GetCustomAttributes(false).Any(attribute => attribute is TestAttribute or TestCaseAttribute or TestCaseSourceAttribute);
    }

    [GeneratedRegex("`([A-Za-z.]+_[A-Za-z0-9_]+)`")]
    private static partial Regex TestName();
}
