using System.Globalization;
using Financials.Client.Packages.Tests.Support;
using Financials.Client.Sandbox;

namespace Financials.Client.Packages.Tests;

/// <summary>
/// Applications that are built on the packed files alone, published with the runtime of their framework, and run. Every warning
/// of a build is an error.
/// </summary>
[CancelAfter(600_000)]
public class ConsumerTests
{
    /// <summary>In bytes: what the package, its dependencies and what they use of the framework may add to a trimmed application.</summary>
    private const long TrimmedWeight = 2_500_000;

    [TestCase("net8.0", ".NET 8.0.")]
    [TestCase("net10.0", ".NET 10.0.")]
    public async Task Application_OnARuntime_FindsInTheSandboxWhatItCreated(string framework, string runtime, CancellationToken cancellationToken)
    {
        using var application = await Consumer.PublishAsync("Basic", framework, cancellationToken);

        var output = await application.RunAsync([], cancellationToken);

        Assert.That(output.Trim(), Does.StartWith(runtime).And.EndsWith(": Coho Winery, the same"));
        SizeTable.Add($"an application with the sandbox, {framework}", application.Size);
    }

    [Test]
    public async Task TestProject_OnNet8_PassesAgainstTheSandbox(CancellationToken cancellationToken)
    {
        using var project = await Consumer.PublishAsync("Tested", "net8.0", cancellationToken);

        var output = await project.RunAsync(["--output", "detailed", "--no-ansi"], cancellationToken);

        Assert.That(output, Does.Contain("Tested on .NET 8.0.").And.Match(@"succeeded: 1\b").And.Match(@"failed: 0\b"));
    }

    [Test]
    public async Task TrimmedApplication_WithCallOptionsAnOwnEntityAndAFake_WorksAndStaysSmall(CancellationToken cancellationToken)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: cancellationToken);
        using var application = await Consumer.PublishAsync("Trimmed", "net10.0", cancellationToken);
        using var raw = await Consumer.PublishAsync("RawHttp", "net10.0", cancellationToken);

        var output = await application.RunAsync(ArgumentsFor(sandbox), cancellationToken);
        var rawOutput = await raw.RunAsync(ArgumentsFor(sandbox), cancellationToken);

        Assert.That(output.Trim(), Is.EqualTo("Coho Winery; Trimmed, the same; 1 fake"));
        Assert.That(rawOutput.Trim(), Is.EqualTo("Coho Winery"));
        SizeTable.Add("a trimmed application", application.Size);
        SizeTable.Add("a trimmed application with raw HttpClient", raw.Size);
        Assert.That(application.Size - raw.Size, Is.LessThan(TrimmedWeight));
    }

    [Test]
    public async Task TrimmedApplication_WithALedgerInSqlite_CreatesAPaymentOnce(CancellationToken cancellationToken)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: cancellationToken);
        using var application = await Consumer.PublishAsync("Ledger", "net10.0", cancellationToken);
        var before = sandbox.Company.PaymentCount;

        var output = await application.RunAsync(
            [.. ArgumentsFor(sandbox), $"{sandbox.Company.DefaultJournal.Id}", sandbox.Company.Customers[0].Number!], cancellationToken);

        Assert.That(output.ReplaceLineEndings("\n").Trim(), Is.EqualTo(
            """
            invoice 103001: Due, -1500
            invoice 103001: Created, now
            invoice 103001: Created, earlier
            """.ReplaceLineEndings("\n")));
        Assert.That(sandbox.Company.PaymentCount, Is.EqualTo(before + 1));
        SizeTable.Add("a trimmed application with a ledger in SQLite", application.Size);
    }

    private static string[] ArgumentsFor(FinancialsSandbox sandbox) =>
        [sandbox.BusinessCentralAddress.AbsoluteUri, FinancialsSandbox.Scope, sandbox.Token, sandbox.Company.Id.ToString("D", CultureInfo.InvariantCulture)];
}
