using Financials.Client.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Readme;

/// <summary>The C# of the package's README, word for word, compiled and run.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    [Test]
    public void Readme_EveryCSharpFence_IsOneOfTheSnippetsBelow()
    {
        var fences = MarkedText.Fences(File.ReadAllText(Repository.PathOf("src/Financials.Client.Sandbox/README.md")));
        var snippets = MarkedText.Snippets(File.ReadAllText(Repository.PathOf("tests/Financials.Client.Sandbox.Tests/Readme/ReadmeTests.cs")));
        Assert.That(fences, Is.EquivalentTo(snippets.Values).And.Not.Empty);
    }

    [Test]
    public async Task Snippets_RunOneAfterTheOther_Work()
    {
        // snippet: start
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using FinancialsClient client = sandbox.CreateBusinessCentralClient();
        CompanyClient company = client.Companies[sandbox.Company.Id];

        Customer coho = await company.Customers.CreateAsync(new Customer { Number = "10000", DisplayName = "Coho Winery" });
        // end
        Assert.That(coho.Id, Is.Not.Null);

        // snippet: look
        Assert.That(sandbox.Company.Customers, Has.One.Property("Number").EqualTo("10000"));
        Assert.That(sandbox.Company.DefaultJournal.Code, Is.EqualTo("DEFAULT"));
        Assert.That(sandbox.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
        // end

        // snippet: faults
        sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));
        sandbox.Faults.Add(SandboxFault.Throttle(RetryAfterForm.Fraction).WithProbability(0.05, seed: 42));

        using (sandbox.Faults.Add(SandboxFault.Unavailable().On("GET")))
        {
            // While this lasts, nothing can be read.
        }

        sandbox.Faults.Clear();
        // end
        Assert.That(sandbox.Faults.Active, Is.Empty);

        // snippet: limits
        var options = new SandboxOptions { Limits = new() { ConcurrentRequests = 2, QueueLength = 10, ProcessingTime = TimeSpan.FromMilliseconds(20) } };
        // end
        await using var limited = await FinancialsSandbox.StartAsync(options);
        Assert.That(limited.Requests, Is.Empty);
    }

    [Test]
    public async Task Snippet_ThatRecordsAndReplays_Works()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        var (service, credential) = (sandbox.BusinessCentralService, sandbox.Credential);

        // snippet: record
        using (var recording = new RecordingHandler("customer.json", service, hide: ["C00010"]))
        using (var client = new FinancialsClient(service, credential, new() { Transport = recording }))
        {
            await CheckCustomersAsync(client);
        }

        using var replay = new ReplayingHandler("customer.json", service);
        using var offline = new FinancialsClient(service, new StaticTokenCredential("none"), new() { Transport = replay });
        await CheckCustomersAsync(offline);
        // end
        File.Delete("customer.json");
        Assert.That(replay.Remaining, Is.Zero);
    }

    private static async Task CheckCustomersAsync(FinancialsClient client)
    {
        var company = await client.Companies.FirstAsync();
        Assert.That(await client.Companies[company.Id!.Value].Customers.CountAsync(), Is.EqualTo(12));
    }
}
