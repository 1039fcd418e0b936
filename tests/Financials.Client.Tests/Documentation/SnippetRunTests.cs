using System.Net;
using Azure.Core;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Documentation.Snippets;
using Financials.Client.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Financials.Client.Tests.Documentation;

/// <summary>What the README and docs/ show does what they say, against a sandbox of Business Central.</summary>
[CancelAfter(30_000)]
public class SnippetRunTests
{
    private const string LedgerOfTheSnippets = "bank-2026-01-31.ledger";

    private static readonly DateOnly Today = new(2026, 1, 31);

    private FinancialsSandbox _sandbox = null!;
    private FinancialsClient _client = null!;

    private CompanyClient Company => _client.Companies[_sandbox.Company.Id];

    private PaymentJournalClient Journal => Company.PaymentJournals[_sandbox.Company.DefaultJournal];

    private Customer First => _sandbox.Company.Customers[0];

    private SalesInvoice Unpaid => _sandbox.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Open && invoice.CustomerNumber == "20000");

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await FinancialsSandbox.StartAsync();
        _client = _sandbox.CreateBusinessCentralClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        File.Delete(LedgerOfTheSnippets);
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Readme_FromTheFirstLineToTheLast_Works()
    {
        var (company, owing) = await ReadmeSnippets.BeginAsync(_client);
        var (journal, posting) = await ReadmeSnippets.PayAsync(company);
        await ReadmeSnippets.CreateABatchAsync(journal, Batch(3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(owing, Is.Not.Empty);
            Assert.That(posting, Is.EqualTo(JournalPosting.Posted));
            Assert.That(_sandbox.Company.PaymentCount, Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Readme_ALostResponse_LeavesOnePayment()
    {
        Task Nothing(FinancialsClient client, Guid companyId, Guid journalId) => Task.CompletedTask;
        Task Record(FinancialsClient client, Guid companyId, Guid journalId) =>
            client.Companies[companyId].PaymentJournals[journalId].Payments.CreateAsync(new CustomerPayment { Amount = -1m });

        Assert.That(await ReadmeSnippets.LoseAResponseAsync(Record), Is.EqualTo(await ReadmeSnippets.LoseAResponseAsync(Nothing) + 1));
    }

    [Test]
    public async Task Payments_FromTheJournalToTheLedger_Work()
    {
        Assert.That((await PaymentSnippets.FindAJournalAsync(Company)).Id, Is.EqualTo(Journal.Id));
        var (journal, invoice) = (await PaymentSnippets.CreateAJournalAsync(Company), Unpaid);
        await PaymentSnippets.PayAnInvoiceAsync(journal, invoice);
        await PaymentSnippets.ChangeBeforePostingAsync(journal);
        Assert.That(await journal.Payments.CountAsync(), Is.Zero);

        var payment = await PaymentSnippets.PayAnInvoiceAsync(journal, invoice);
        await PaymentSnippets.AttachAsync(journal, payment, [1, 2, 3]);
        Assert.That(await PaymentSnippets.PostAsync(journal), Is.EqualTo(JournalPosting.Posted));

        var (isPosted, paid) = await PaymentSnippets.LookAsync(Company, invoice);
        Assert.That(isPosted, Is.True);
        Assert.That(paid.RemainingAmount, Is.Not.EqualTo(invoice.RemainingAmount));
    }

    [Test]
    public async Task Payments_OfABatch_AreCreatedAndTheRefusedAreNamed()
    {
        var before = _sandbox.Company.PaymentCount;

        await PaymentSnippets.CreateABatchAsync(Journal, [.. Batch(2), new("x", new() { CustomerNumber = "NOBODY", PostingDate = Today, Amount = -1m })]);

        Assert.That(_sandbox.Company.PaymentCount, Is.EqualTo(before + 2));
    }

    [Test]
    public async Task Payment_OfUnknownOutcome_IsNamedToAPerson()
    {
        var reminders = new List<string>();
        using var impatient = _sandbox.CreateBusinessCentralClient(new() { Resilience = { MaxRetries = 0 } });
        var journal = impatient.Companies[_sandbox.Company.Id].PaymentJournals[Journal.Id];
        _sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST"));
        _sandbox.Faults.Add(SandboxFault.Unavailable().On("GET"));

        await PaymentSnippets.RemindOfAnUnknownOutcomeAsync(journal, new() { DocumentNumber = "B-9", LineNumber = 77_000, Amount = -1m }, text =>
        {
            reminders.Add(text);
            return Task.CompletedTask;
        });

        Assert.That(reminders.Single(), Does.StartWith("Look for B-9 before you send it again."));
    }

    [Test]
    public async Task Customers_AreCreatedChangedAndDeleted()
    {
        var created = await RecordSnippets.CreateACustomerAsync(Company);
        var other = await Company.Customers.CreateAsync(new() { DisplayName = "Other" });
        var changed = await RecordSnippets.ChangeACustomerAsync(Company, created.Id!.Value, other.Id!.Value);
        Assert.That(changed.Email, Is.EqualTo("ap@coho.example"));

        await RecordSnippets.UseReferenceDataAsync(Company, changed);
        await RecordSnippets.HandleErrorsAsync(Company, changed);
        changed = await Company.Customers.GetAsync(changed);
        Assert.That((changed.Blocked, changed.PaymentTermsId), Is.EqualTo((CustomerBlocked.All, (await Company.PaymentTerms.SingleAsync(t => t.Code == "14D")).Id)));

        await RecordSnippets.DeleteAsync(Company, changed, other.Id!.Value);
        Assert.That(_sandbox.Company.Customers.Select(customer => customer.Id), Does.Not.Contain(created.Id).And.Not.Contain(other.Id));
        Assert.That(await RecordSnippets.ReadWhatIsOwedAsync(Company, First), Is.Not.Null);
    }

    [Test]
    public async Task Invoices_ArePostedSentAndFound()
    {
        var invoice = await RecordSnippets.PostAnInvoiceAsync(Company, Today);

        Assert.That((await Company.SalesInvoices.GetAsync(invoice)).Status, Is.EqualTo(SalesInvoiceStatus.Open));
        Assert.That(await RecordSnippets.FindOverdueInvoicesAsync(Company, Today.AddYears(9)), Is.Not.Empty.And.All.Property("Customer").Not.Null);
        Assert.That(await RecordSnippets.AttachAsync(Company, invoice, [1, 2, 3]), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(await QuerySnippets.ReadAsFromODataAsync(Company, Today.AddYears(-9)), Is.Not.Empty);
    }

    [Test]
    public async Task Queries_AreAnswered()
    {
        var read = new List<Customer>();
        Task SaveAsync(IReadOnlyList<Customer> items, string? token)
        {
            read.AddRange(items);
            return Task.CompletedTask;
        }

        var (byNumber, byId, owing) = await QuerySnippets.ReadAsync(Company, First.Id!.Value);
        await QuerySnippets.ReadPagesAsync(Company, null, SaveAsync);
        var paged = read.Count;
        await QuerySnippets.FollowChangesAsync(Company, ChangeWatermark.Beginning.ToString(), SaveAsync);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((byNumber?.Id, byId.Id), Is.EqualTo((First.Id, First.Id)));
            Assert.That(owing, Is.Positive);
            Assert.That((paged, read.Count), Is.EqualTo((_sandbox.Company.CustomerCount, 2 * _sandbox.Company.CustomerCount)));
            Assert.That(await QuerySnippets.ReadTheTopAsync(Company), Has.Count.EqualTo(10));
            Assert.That(await QuerySnippets.SetOptionsForSomeCallsAsync(Company), Is.Not.Empty);
            Assert.That(await QuerySnippets.FindAsFromHttpClientAsync(QuerySnippets.Observe(Company, "1"), "2"), Is.Null);
            Assert.That(_sandbox.Requests[^1].Headers["X-Trace"], Is.EqualTo("2"));
        }
    }

    [Test]
    public async Task Fakes_NeedNoService()
    {
        var company = new TestingSnippets.FakeCompany();

        Assert.That((await company.Customers.GetAsync(Ids.Customer)).Balance, Is.EqualTo(1500m));
        Assert.That(await company.Customers.FirstOrDefaultAsync(c => c.DisplayName == "Coho Winery"), Is.Not.Null);
        var lacking = await Assert.ThrowsAsync<NotSupportedException>(() => company.Customers.CreateAsync(new() { DisplayName = "x" }));
        Assert.That(lacking.Message, Is.EqualTo("FakeCustomers is a fake that does not override CreateAsync."));
    }

    [Test]
    public async Task Sandbox_KeepsAndRecords()
    {
        await TestingSnippets.RunAgainstTheSandboxAsync();
        _sandbox.Faults.Add(SandboxFault.Unavailable(RetryAfterForm.None).Times(2));

        Assert.That(await TestingSnippets.RetryWithoutDelaysAsync(_sandbox), Has.Count.EqualTo(2));
        Assert.That(_sandbox.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task CustomApis_AreReached()
    {
        using var transport = new ScriptedTransport(request => request.Method == "GET" ? ScriptedTransport.Json("""{"value":[]}""")
            : request.Target.AbsolutePath.Contains("redeem", StringComparison.Ordinal) ? new(HttpStatusCode.NoContent)
            : ScriptedTransport.Stored(request));
        using var client = TestClients.BusinessCentral(transport);

        var (member, best, result) = await CustomApiSnippets.UseAnApiAsync(client.Companies[Ids.Company], Ids.Other);
        await CustomApiSnippets.SendAnyRequestAsync(client.Companies[Ids.Company]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((member.MemberNumber, best.Count, result), Is.EqualTo(("L-1", 0, (BinaryData?)null)));
            Assert.That(transport.Requests[2].Target.AbsolutePath, Does.EndWith($"/api/contoso/sales/v1.0/companies({Ids.Company})/loyaltyMembers({Ids.Other})/Microsoft.NAV.redeem"));
            Assert.That(transport.Requests[3].Target.PathAndQuery, Does.EndWith($"/api/v2.0/companies({Ids.Company})/items?$top=1"));
        }
    }

    [Test]
    public void Clients_AreMadeWithEachCredentialAndOption()
    {
        var (service, credential, tenant, application) = (_sandbox.BusinessCentralService, _sandbox.Credential, "contoso.com", Guid.Empty.ToString());
        FinancialsClient[] clients =
        [
            ReadmeSnippets.SignIn(),
            AuthenticationSnippets.OnYourOwnMachine(),
            AuthenticationSnippets.WithASecret(service, tenant, application, "secret"),
            AuthenticationSnippets.WithAManagedIdentity(service),
            AuthenticationSnippets.ForAUser(service, tenant, application),
            AuthenticationSnippets.WithAToken(service, "token"),
            HostingSnippets.SetOptions(service, credential),
            HostingSnippets.UseAProxy(service, credential, new("http://127.0.0.1:9")),
            HostingSnippets.Log(service, credential, new RecordingLoggers()),
            HostingSnippets.ForCallersWhoWait(_client),
        ];

        Assert.That(clients.Select(client => client.Companies), Is.All.Not.Null);
        Assert.That(AuthenticationSnippets.OnBehalfOfACaller(service, tenant, application, "secret", "assertion"), Is.Not.Null);
        Assert.That(AuthenticationSnippets.OnPremises(tenant, application).BaseAddress.Port, Is.EqualTo(7048));
        Array.ForEach(clients, client => client.Dispose());
    }

    [Test]
    public async Task AspNet_AnswersWithACustomer(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddSingleton(_client);
        await using var app = builder.Build();
        app.UseRouting();
        HostingSnippets.MapCustomers(app);
        await app.StartAsync(cancellation);
        using var browser = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        using var found = await browser.GetAsync(new Uri("customers/20000", UriKind.Relative), cancellation);
        using var missing = await browser.GetAsync(new Uri("customers/1", UriKind.Relative), cancellation);

        Assert.That(await found.Content.ReadAsStringAsync(cancellation), Does.Contain("\"number\":\"20000\"").And.Contain(First.Id.ToString()));
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Container_GivesTheClientsThatWereAdded()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Financials:Tenant"] = builder.Configuration["Emea:Tenant"] = builder.Configuration["Apac:Tenant"] = "contoso.com";
        builder.Services.AddSingleton<TokenCredential>(_sandbox.Credential);
        HostingSnippets.AddToAnApplication(builder);
        HostingSnippets.AddWithSettingsInCode(builder.Services);
        HostingSnippets.AddSeveral(builder.Services, builder.Configuration);
        HostingSnippets.AddAHandler(builder.Services, builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();

        Assert.That(host.Services.GetService<FinancialsClient>(), Is.Not.Null);
        Assert.That(host.Services.GetKeyedService<FinancialsClient>("emea"), Is.Not.Null.And.Not.SameAs(host.Services.GetKeyedService<FinancialsClient>("apac")));
    }

    private static IEnumerable<BatchPayment> Batch(int count) => Enumerable.Range(0, count).Select(number => new BatchPayment(
        $"bank-{number}", new CustomerPayment { CustomerNumber = "20000", PostingDate = Today, DocumentNumber = $"S-{number}", Amount = -1m }));
}
