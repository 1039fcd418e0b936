using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Readme;

/// <summary>The README's C# compiles and runs, and its prose is easy to read in a terminal.</summary>
public class ReadmeTests
{
    private const int LongestLine = 125;

    private const string Coho = """{"@odata.etag":"W/\"1\"","displayName":"Coho Winery"}""";

    private static readonly Guid Id = new("5d115c9c-44e3-ea11-bb43-000d3a2feca1");
    private static readonly Customer Read = FinancialsModelFactory.Customer(new Customer { DisplayName = "Coho Winery" });
    private static readonly string Markdown = File.ReadAllText(Repository.PathOf("README.md"));

    private static readonly Dictionary<string, string> Snippets =
        MarkedText.Snippets(File.ReadAllText(Repository.PathOf("tests/Financials.Client.Tests/Readme/ReadmeSnippets.cs")));

    private static IEnumerable<TestCaseData> Runs =>
    [
        Run("create-customer", ReadmeSnippets.CreateACustomerAsync),
        Run("query", company => ReadmeSnippets.ReadAsync(company, Id)),
        Run("pages", company => ReadmeSnippets.PagesAsync(company, null, (_, _) => Task.CompletedTask)),
        Run("changes", company => ReadmeSnippets.FollowChangesAsync(company, ChangeWatermark.Beginning.ToString(), (_, _) => Task.CompletedTask)),
        Run("change-customer", company => ReadmeSnippets.ChangeACustomerAsync(company, Id, Id)),
        Run("record-payment", company => ReadmeSnippets.RecordAPaymentAsync(company, Id)),
        Run("delete", company => ReadmeSnippets.DeleteAsync(company, Read, Id)),
        Run("sales-invoices", company => ReadmeSnippets.SalesInvoicesAsync(company, new DateOnly(2026, 1, 31))),
        Run("reference-data", company => ReadmeSnippets.ReferenceDataAsync(company, Read)),
        Run("call-options", ReadmeSnippets.SetOptionsForSomeCallsAsync),
        Run("api", ReadmeSnippets.ReachPastTheModelsAsync),
        Run("handle-errors", company => ReadmeSnippets.HandleErrorsAsync(company, Read)),
    ];

    [Test]
    public void Readme_EveryCSharpFence_IsOneOfTheCompiledSnippets()
    {
        var fences = MarkedText.Fences(Markdown);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fences, Is.Not.Empty.And.Unique);
            Assert.That(fences.Except(Snippets.Values), Is.Empty, "fences that are no snippet");
            Assert.That(Snippets.Where(snippet => !fences.Contains(snippet.Value)).Select(snippet => snippet.Key), Is.Empty, "snippets in no fence");
            Assert.That(Snippets.Values, Is.Unique);
        }
    }

    [Test]
    public void Readme_Fences_SayTheirLanguageAsTheTestReadsIt() =>
        Assert.That(Markdown, Does.Not.Contain("```cs\n").And.Not.Contain("```c#").And.Not.Contain("```C#"));

    [Test]
    public void Readme_Lines_FitOnAScreen() =>
        Assert.That(Markdown.Split('\n').Where(line => line.Length > LongestLine), Is.Empty);

    [TestCaseSource(nameof(Runs))]
    public async Task Snippet_RunAgainstAService_Works(Func<CompanyClient, Task> run)
    {
        using var transport = new ScriptedTransport(Answer);
        using var client = TestClients.BusinessCentral(transport);

        await run(client.Companies[Id]);

        Assert.That(transport.Requests, Is.Not.Empty);
    }

    [Test]
    public async Task Snippet_TestYourOwnCode_NeedsNoService() =>
        Assert.That(await ReadmeSnippets.TestYourOwnCodeAsync(Id), Is.EqualTo(1500m));

    [Test]
    public async Task Snippet_TestOnASandbox_PostsOnceThoughAnAnswerIsLost()
    {
        Task Nothing(FinancialsClient client, Guid companyId, Guid journalId) => Task.CompletedTask;
        Task Record(FinancialsClient client, Guid companyId, Guid journalId) =>
            client.Companies[companyId].PaymentJournals[journalId].Payments.CreateAsync(new CustomerPayment { Amount = -1m });

        Assert.That(await ReadmeSnippets.TestOnASandboxAsync(Record), Is.EqualTo(await ReadmeSnippets.TestOnASandboxAsync(Nothing) + 1));
    }

    /// <summary>A service that has every record and stores what it gets.</summary>
    private static HttpResponseMessage Answer(RecordedRequest request)
    {
        var path = Uri.UnescapeDataString(request.Target.AbsolutePath);
        var isOfARecord = Guid.TryParse(path.TrimEnd(')').Split('/', '(')[^1], out _);
        return request.Method switch
        {
            "DELETE" => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent),
            "POST" when request.Body.Length == 0 => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent),
            "POST" => ScriptedTransport.Stored(request),
            _ when path.EndsWith("/$count", StringComparison.Ordinal) => ScriptedTransport.Json("3"),
            _ => isOfARecord ? ScriptedTransport.Record(request, Coho) : ScriptedTransport.Json("""{"value":[]}"""),
        };
    }

    private static TestCaseData Run(string name, Func<CompanyClient, Task> run) => new TestCaseData(run).SetArgDisplayNames(name);
}
