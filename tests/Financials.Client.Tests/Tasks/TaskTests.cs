using System.Net;
using System.Text.RegularExpressions;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Outbox;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Tasks;

/// <summary>Every everyday task takes one to three lines, and does what it says.</summary>
[CancelAfter(20_000)]
public partial class TaskTests
{
    private const string Root = "/v2.0/contoso.com/production/api";
    private const string Company = $"{Root}/v2.0/companies({{company}})";
    private const string Page = """{"value":[{"id":"{customer}","number":"1"}],"@odata.nextLink":"https://central.example/v2.0/contoso.com/production/api/v2.0/companies({company})/customers?$skiptoken=1"}""";

    private static readonly string[] Sources = ["EverydayTasks.cs", "GraphMigrations.cs"];

    private static IEnumerable<KeyValuePair<string, string>> Snippets =>
        Sources.SelectMany(source => MarkedText.Snippets(File.ReadAllText(Repository.PathOf($"tests/Financials.Client.Tests/Tasks/{source}"))));

    private static IEnumerable<TestCaseData> Codes =>
        Snippets.Select(snippet => new TestCaseData(snippet.Value).SetArgDisplayNames(snippet.Key));

    private static IEnumerable<TestCaseData> Requests =>
    [
        Row("company by name", EverydayTasks.FindACompanyAsync, """{"value":[{"id":"{company}","name":"CRONUS USA, Inc."}]}""", $"GET {Root}/v2.0/companies"),
        Row("customer by e-mail", client => EverydayTasks.FindACustomerAsync(client.Company()), SentQuery.NoEntities, $"GET {Company}/customers?$filter=email eq 'ap@coho.example'&$top=2"),
        Row("changed since yesterday", client => EverydayTasks.ReadWhatHasChangedAsync(client.Company(), DateTimeOffset.UnixEpoch), SentQuery.NoEntities, $"GET {Company}/customers?$filter=lastModifiedDateTime gt 1970-01-01T00:00:00Z"),
        Row("one property", client => EverydayTasks.ChangeOnePropertyAsync(client.Company(), Ids.Customer), """{"id":"{customer}"}""", $$"""PATCH {{Company}}/customers({customer}) {"email":"ap@coho.example"}"""),
        Row("credit limit", client => EverydayTasks.RaiseTheCreditLimitAsync(client.Company(), Ids.Customer), """{"id":"{customer}"}""", $$"""PATCH {{Company}}/customers({customer}) {"creditLimit":25000}"""),
        Row("custom page", client => EverydayTasks.ReadACustomPageAsync(client.Company()), SentQuery.NoEntities, $"GET {Root}/contoso/sales/v1.0/companies({{company}})/loyaltyMembers?$filter=points gt 100"),
        Row("list companies, from Graph", GraphMigrations.ListAsync, SentQuery.NoEntities, $"GET {Root}/v2.0/companies"),
        Row("create, from Graph", client => GraphMigrations.CreateAsync(client.Company(), new() { DisplayName = "Coho" }), """{"id":"{customer}"}""", $$"""POST {{Company}}/customers {"displayName":"Coho"}"""),
        Row("filter, from Graph", client => GraphMigrations.FilterAsync(client.Company()), SentQuery.NoEntities, $"GET {Company}/customers?$filter=number eq '1'"),
        Row("patch, from Graph", client => GraphMigrations.PatchAsync(client.Company(), Ids.Customer), """{"id":"{customer}"}""", $$"""PATCH {{Company}}/customers({customer}) {"email":"ap@coho.example"}"""),
        Row("pay, from Graph", client => GraphMigrations.PayAsync(client.Company(), Ids.Journal, new() { Amount = -1m, LineNumber = 10_000 }), """{"id":"{payment}","lineNumber":10000,"amount":-1}""", $$"""POST {{Company}}/customerPaymentJournals({journal})/customerPayments {"amount":-1,"lineNumber":10000}"""),
    ];

    [Test]
    public void Snippets_AreTheFifteenTasksAndTheFiveMigrations() => Assert.That(Snippets.Count(), Is.EqualTo(15 + 5));

    [TestCaseSource(nameof(Codes))]
    public void Code_IsOneToThreeLines_AndEachFitsOnAScreen(string code)
    {
        var lines = code.Split('\n').Where(line => line.Trim() is not ("{" or "}" or "")).ToList();

        Assert.That(lines, Has.Count.InRange(1, 3));
        Assert.That(lines.Select(line => line.Length), Is.All.AtMost(125));
    }

    [TestCaseSource(nameof(Requests))]
    public async Task Task_OfOneCall_SendsOneRequest(Func<FinancialsClient, Task> run, string response, string request)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(response));
        using var client = TestClients.BusinessCentral(transport);

        await run(client);

        Assert.That(LineOf(transport.Requests.Single()), Is.EqualTo(request));
    }

    [Test]
    public async Task Pages_WithTheTokenOfTheLast_GoOnAfterIt()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(Page), Reply.Json(SentQuery.NoEntities), Reply.Json(SentQuery.NoEntities));
        using var client = TestClients.BusinessCentral(transport);
        var tokens = new List<string?>();
        Task SaveAsync(IReadOnlyList<Customer> items, string? token)
        {
            tokens.Add(token);
            return Task.CompletedTask;
        }

        await EverydayTasks.ReadPagesAsync(client.Company(), null, SaveAsync);
        await EverydayTasks.ReadPagesAsync(client.Company(), tokens[0], SaveAsync);

        Assert.That(transport.Requests[2].Target, Is.EqualTo(transport.Requests[1].Target).And.Not.EqualTo(transport.Requests[0].Target));
    }

    [Test]
    public async Task Companies_AreAskedOneAfterTheOther()
    {
        using var transport = ScriptedTransport.InOrder(
            Reply.Json("""{"value":[{"id":"{company}","name":"A"},{"id":"{other}","name":"B"}]}"""), Reply.Json("3"), Reply.Json("4"));
        using var client = TestClients.BusinessCentral(transport);
        var shown = new List<string>();

        await EverydayTasks.AskEveryCompanyAsync(client, shown.Add);

        Assert.That(shown, Is.EqualTo(["A: 3 customers", "B: 4 customers"]));
    }

    [Test]
    public async Task Certificate_ThatIsMissing_IsNamedAndNothingIsSent()
    {
        using var client = EverydayTasks.SignInWithACertificate(FinancialsService.BusinessCentral("contoso.com"), "contoso.com", Guid.Empty.ToString());

        var failure = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Companies.ToListAsync());

        Assert.That(failure.ToString(), Does.Contain("client.pem"));
    }

    [Test]
    public async Task Logging_TellsOfSuccessesAtDebug()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var loggers = new RecordingLoggers();
        using var client = EverydayTasks.LogEverything(TestClients.Service, new StaticTokenCredential("token"), loggers, transport);

        await client.Companies.ToListAsync();

        Assert.That(loggers.Entries.Where(entry => entry.Level is LogLevel.Debug).Select(entry => entry.Text), Has.Some.Contains("was answered with 200"));
    }

    [Test]
    public async Task Header_IsSentWithThisCallOnly()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.BusinessCentral(transport);

        await EverydayTasks.SendAHeaderAsync(client.Company(), "7");
        await client.Company().Customers.ToListAsync();

        Assert.That(transport.Requests.Select(request => request.Headers.GetValueOrDefault("X-Trace")), Is.EqualTo(["7", null]));
    }

    [Test]
    public async Task Proxy_IsAskedForTheService()
    {
        await using var proxy = RawServer.Silent();
        using var client = EverydayTasks.UseAProxy(FinancialsService.BusinessCentral("contoso.com"), new StaticTokenCredential("token"), proxy.Address);

        await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.With(o => o with { Timeout = TimeSpan.FromSeconds(1) }).Companies.ToListAsync());

        Assert.That(proxy.Requests, Is.Positive);
    }

    [Test]
    public async Task Payments_OfABatchAndToAnInvoice_ArePostedWithTheirJournal(CancellationToken guard)
    {
        const int many = 10_000;
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: guard);
        using var client = sandbox.CreateBusinessCentralClient();
        using var file = new TemporaryFile();
        var company = client.Companies[sandbox.Company.Id];
        var payments = company.PaymentJournals[sandbox.Company.DefaultJournal].Payments;
        var (customer, created, before) = (await company.Customers.FirstAsync(guard), 0, sandbox.Company.PaymentCount);
        var batch = Enumerable.Range(0, many).Select(number => new BatchPayment($"bank-{number}", new CustomerPayment
        {
            CustomerNumber = customer.Number, PostingDate = new(2026, 1, 31), DocumentNumber = $"B{number}", Amount = -1m,
        }));

        await EverydayTasks.CreateManyAsync(payments, batch, file.Path, result => created += result.IsCreated ? 1 : 0);

        Assert.That((created, sandbox.Company.PaymentCount - before), Is.EqualTo((many, many)));
        Assert.That(await EverydayTasks.PostAJournalAsync(company), Is.EqualTo(JournalPosting.Posted));
        Assert.That(sandbox.Company.PaymentCount, Is.Zero);
    }

    [Test]
    public async Task Payment_ToAnInvoice_NamesIt()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(SentQuery.NoEntities), Reply.Json(SentQuery.NoEntities), ScriptedTransport.Stored);
        using var client = TestClients.BusinessCentral(transport);

        await EverydayTasks.PayAnInvoiceAsync(client.Company().PaymentJournals[Ids.Journal].Payments, new(2026, 1, 31));

        Assert.That(transport.Requests[^1].Body, Does.Contain("\"appliesToInvoiceNumber\":\"103001\""));
    }

    /// <summary>The request with names for ids, its query decoded, and its body.</summary>
    private static string LineOf(RecordedRequest request) =>
        Ids.Named($"{request.Method} {WebUtility.UrlDecode(request.Target.PathAndQuery)} {Spaces().Replace(request.Body, "")}".TrimEnd());

    private static TestCaseData Row(string name, Func<FinancialsClient, Task> run, string response, string request) =>
        new TestCaseData(run, response, request).SetArgDisplayNames(name);

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
