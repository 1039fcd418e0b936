using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Financials.Samples.Tests.Quickstart;

/// <summary>The quickstart runs to its end without an account, shows what it says it shows, and what it shows can be copied.</summary>
[CancelAfter(60_000)]
public sealed class QuickstartTests
{
    [Test]
    public async Task Quickstart_WithoutArguments_PaysAnInvoiceOnTheSandbox(CancellationToken guard)
    {
        var (exitCode, output, errors) = await SampleProcess.RunAsync("Quickstart", [], guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((exitCode, errors), Is.EqualTo((0, "")));
            Assert.That(output, Does.Contain("""var company = await client.Companies.GetByNameAsync("CRONUS USA, Inc.");"""));
            Assert.That(output, Does.Contain("var coho = await company.Customers.CreateAsync(new Customer { DisplayName = \"Coho Winery\","));
            Assert.That(output, Does.Match("""\n// → Open \w+, remaining amount 1500.00\n"""), "the invoice is posted");
            Assert.That(output, Does.Match("""\n// → Paid \w+, remaining amount 0.00\n"""), "and paid");
            Assert.That(output, Does.Match("POST …/customerPayments: written, response lost\n.*GET …/customerPayments.*200\n"));
            Assert.That(output, Does.Contain("// → balance -250.00: posted once\n"));
            Assert.That(output.Split('\n'), Has.Length.LessThan(62), "a newcomer reads it on one screen");
            Assert.That(output.Split('\n'), Has.All.Length.LessThanOrEqualTo(140));
        }
    }

    [Test]
    public async Task Quickstart_Documented_MakesEachOfTheFiveCalls()
    {
        var run = await QuickstartRun.OfAsync("--documented");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, "")));
            Assert.That(run.Output.Split('\n').Where(line => line.StartsWith("// ── POST", StringComparison.Ordinal)), Has.Exactly(5).Items);
            Assert.That(run.Output.Split('\n').Where(line => line is "// → added" or "// → created"), Has.Exactly(4).Items, "the sandbox has them all");
            Assert.That(run.Output, Does.Contain("// → customer C00010\n"));
        }
    }

    /// <summary>Readers copy it, so it has to be code, from the first line to the last.</summary>
    [Test]
    public async Task Quickstart_WhatItShows_CompilesAsItStands([Values("", "--documented")] string options)
    {
        var run = await QuickstartRun.OfAsync(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        SyntaxTree[] sources =
        [
            CSharpSyntaxTree.ParseText(run.Output),
            CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;"),
        ];
        var compilation = CSharpCompilation.Create("Copied", sources, references, new(OutputKind.ConsoleApplication));
        Assert.That(
            compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found}"), Is.Empty);
    }

    [Test]
    public async Task Quickstart_Help_SaysWhatItWrites()
    {
        var run = await QuickstartRun.OfAsync("--help");

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("It WRITES to that company and posts").And.Contains("--tenant <tenant>"));
    }

    [TestCase("--tennant x", "There is no option --tennant.")]
    [TestCase("contoso.com", "There is no option contoso.com.")]
    [TestCase("--company", "--company needs a value.")]
    [TestCase("--company a --company b", "--company is given twice.")]
    [TestCase("--company a", "--company goes with --tenant or --service.")]
    [TestCase("--tenant contoso.com", "Which company? Give its name: --company <name>.")]
    [TestCase("--environment production --company a", "--environment goes with --tenant.")]
    [TestCase("--tenant contoso.com --service graph --company a", "Give --tenant or --service, not both.")]
    [TestCase("--tenant contoso.com --scope x --company a", "--scope goes with --service <address>.")]
    [TestCase("--documented --tenant contoso.com --company a", "--documented goes with --service graph or --service <address>, not with --tenant.")]
    [TestCase("--service graph --company a", "Microsoft Graph has the documented surface only: --documented --service graph.")]
    [TestCase("--documented --service graph --scope x --company a", "--scope does not go with --service graph, which has its own.")]
    [TestCase("--documented --service graph", "Which company? Give its name: --company <name>.")]
    [TestCase("--service http://a.example --scope x --company a", "--service has to be an https address, not 'http://a.example'.")]
    [TestCase("--documented --service a --scope x --company a", "--service has to be an https address or graph, not 'a'.")]
    [TestCase("--service https://a.example --company a", "--service <address> needs --scope <scope>.")]
    public async Task Quickstart_WithArgumentsThatCannotBe_SaysWhatToChange(string arguments, string message)
    {
        var run = await QuickstartRun.OfAsync(arguments.Split(' '));

        Assert.That(run, Is.EqualTo(new QuickstartRun(2, "", $"{message} See --help.\n")));
    }
}
