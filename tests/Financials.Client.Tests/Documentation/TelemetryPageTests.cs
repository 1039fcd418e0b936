using System.Reflection;
using System.Text.RegularExpressions;
using Financials.Client.Ledger.Sql;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Documentation;

/// <summary>docs/telemetry.md has every name that the packages tell under, and no other.</summary>
public partial class TelemetryPageTests
{
    private static readonly string[] Sources =
    [
        "src/Financials.Client/Telemetry/ClientTelemetry.cs",
        "src/Financials.Client/Telemetry/Instruments.cs",
        "src/Financials.Client.Ledger.Sql/Dispatching/OutboxInstruments.cs",
    ];

    private static readonly Page Telemetry = Page.Of("telemetry");

    private static readonly HashSet<string> Written = [.. Page.Code(Telemetry.Prose)];

    private static readonly HashSet<string> InCode = [.. Sources
        .SelectMany(source => File.ReadLines(Repository.PathOf(source)).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))
        .SelectMany(line => Literal().Matches(line)).Select(literal => literal.Groups[1].Value)];

    private static IEnumerable<TestCaseData> Logs =>
    [
        Log("Category `Financials.Client`:", typeof(FinancialsClient), "Financials.Client.Telemetry.ClientLog"),
        Log("Category `Financials.Client.Ledger.Sql`:", typeof(SqlPaymentLedger), "Financials.Client.Ledger.Sql.Dispatching.OutboxLog"),
    ];

    [Test]
    public void Page_HasEveryNameOfSpansEventsTagsAndInstruments() =>
        Assert.That(InCode.Except(Written), Is.Empty);

    [Test]
    public void Page_HasNoNameThatNothingHas() =>
        Assert.That(Written.Where(name => Dotted().IsMatch(name) && !InCode.Contains(name)), Is.Empty);

    [Test]
    public void Names_AreFoundInTheCode() =>
        Assert.That(InCode, Does.Contain("financials.client.retries").And.Contain("financials.outbox.due").And.Contain("reconciled").And.Contain("delay.seconds"));

    [Test]
    public void Page_HasTheConstants()
    {
        var constants =
            from type in new[] { typeof(FinancialsTelemetry), typeof(SqlLedgerTelemetry) }
            from field in type.GetFields()
            select ($"`{type.Name}.{field.Name}`", $"`{field.GetRawConstantValue()}`");

        Assert.That(Telemetry.Rows("Telemetry").Select(row => (row[0], row[1])), Is.EquivalentTo(constants));
    }

    [TestCaseSource(nameof(Logs))]
    public void Page_HasEveryLogEntry(string heading, Type log)
    {
        var entries =
            from method in log.GetMethods(BindingFlags.Static | BindingFlags.Public)
            let entry = method.GetCustomAttribute<LoggerMessageAttribute>()
            where entry is not null
            orderby entry.EventId
            select $"{entry.EventId} {entry.Level} {method.Name}";
        var table = Telemetry.Text[Telemetry.Text.IndexOf(heading, StringComparison.Ordinal)..].Split("\n\n")[1];

        Assert.That(table.Split('\n').Skip(2).Select(line => string.Join(' ', line.Trim('|').Split('|').Take(3).Select(cell => cell.Trim()))), Is.EqualTo(entries));
    }

    private static TestCaseData Log(string heading, Type package, string log) =>
        new TestCaseData(heading, package.Assembly.GetType(log, throwOnError: true)).SetArgDisplayNames(log);

    /// <summary>A whole literal that is a name: lower case, with dots or underscores, or in braces, as units are.</summary>
    [GeneratedRegex("\"([a-z]+(?:[._][a-z_]+)*|\\{[a-z]+\\})\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(financials|http|url|server|error|delay)\.[a-z._]+$")]
    private static partial Regex Dotted();
}
