namespace Financials.Samples.Tests.Quickstart;

/// <summary>The quickstart runs to its end without an account and shows what it says it shows.</summary>
[CancelAfter(60_000)]
public class QuickstartTests
{
    [Test]
    public async Task Quickstart_WithoutArguments_RunsTheTourOnTheSandbox(CancellationToken guard)
    {
        var (exitCode, output, errors) = await SampleProcess.RunAsync("Quickstart", [], guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((exitCode, errors), Is.EqualTo((0, "")));
            Assert.That(output, Does.Contain("company.Customers.CreateAsync(new Customer\n   {\n       DisplayName = \"Coho Winery\","));
            Assert.That(output, Does.Contain("✗ FinancialsDuplicateException"));
            Assert.That(output, Does.Contain("✗ FinancialsStaleException"));
            Assert.That(output, Does.Contain("line 10000 of the journal, -1500.00"));
            Assert.That(output, Does.Contain("3 payment(s), -1530.00 in all"), "the documented requests that few services answer");
            Assert.That(output, Does.Match("/customerPayments dropped"));
            Assert.That(output, Does.Contain("The journal had 4 payments and has 5."));
        }
    }

    [TestCase("--help", 0)]
    [TestCase("--sevice graph", 2)]
    [TestCase("--service graph", 2)]
    [TestCase("--service graph --company nonsense", 2)]
    [TestCase("--service https://a.example --company 8286d046-9740-43e4-95cf-ff46699c73c4", 2)]
    [TestCase("--company", 2)]
    public async Task Quickstart_WithArgumentsThatMakeNoSense_ExplainsThem(string arguments, int expected, CancellationToken guard)
    {
        var (exitCode, _, errors) = await SampleProcess.RunAsync("Quickstart", arguments.Split(' '), guard);

        Assert.That(exitCode, Is.EqualTo(expected));
        Assert.That(errors, Does.Contain("--service graph --company <id>"));
    }
}
