using System.Diagnostics;

namespace Financials.Client.Sandbox.Tests.Hosting;

/// <summary>The sandbox as a program of its own.</summary>
[TestFixture]
[Platform("Linux,MacOsX", Reason = "The program is stopped by a signal.")]
public sealed class ProgramTests
{
    [Test]
    public async Task Program_AskedForHelp_ShowsItsArguments()
    {
        var (code, output, error) = await RunAsync("--help");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero);
            Assert.That(output, Does.Contain("API v2.0").And.Contain("--port").And.Contain("--data").And.Contain("--token").And.Contain("--empty"));
            Assert.That(error, Is.Empty);
        }
    }

    [TestCase("There is no argument '--prot'.", "--prot", "5005")]
    [TestCase("--port needs a value.", "--port")]
    [TestCase("--data needs a value.", "--data", "--empty")]
    [TestCase("'many' is not a port. Give a number from 0 to 65535.", "--port", "many")]
    [TestCase("Port has to be from 0 to 65535", "--port", "65536")]
    [TestCase("Token must not be empty or hold spaces", "--token", "two words")]
    public async Task Program_WithArgumentsThatCannotWork_SaysSo(string problem, params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain(problem).And.Contain("Usage:"));
            Assert.That(output, Is.Empty);
        }
    }

    [Test]
    public async Task Program_WithADataFileThatCannotBe_SaysSo()
    {
        var (code, _, error) = await RunAsync("--data", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "no-such-folder.json"));
        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("no-such-folder.json"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Program_Running_SaysWhereItIsAndStopsWhenInterrupted(CancellationToken guard)
    {
        using var process = Start("--token", "my-token", "--empty");
        var facts = new Dictionary<string, string>();
        while (!facts.ContainsKey("journals"))
        {
            var line = await process.StandardOutput.ReadLineAsync(guard) ?? throw new AssertionException("It ended early.");
            if (line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var name, var value])
            {
                facts[name] = value;
            }
        }

        using var client = new FinancialsClient(
            FinancialsService.Documented(new Uri(facts["address"]), FinancialsSandbox.Scope), new StaticTokenCredential("my-token"));
        var company = client.Companies[Guid.Parse(facts["company"].Split(' ')[0])];
        using var http = new HttpClient();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await company.Customers.CountAsync(guard), Is.Zero);
            Assert.That(await company.Currencies.CountAsync(guard), Is.Positive);
            Assert.That(facts["v2.0"], Does.StartWith("http://127.0.0.1:").And.EndWith("/api/v2.0"));
            Assert.That(await http.GetStringAsync(new Uri(facts["page"]), guard), Does.Contain("Financials sandbox"));
        }

        using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(guard);
        Assert.That(process.ExitCode, Is.Zero);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Financials.Client.Sandbox.Tool.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in args.Prepend(program))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
