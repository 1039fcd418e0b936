using System.Net;
using System.Net.Sockets;
using Azure.Core;
using Azure.Identity;
using Financials.Client;
using Financials.Client.Sandbox;

namespace Financials.Samples.Tests.Quickstart;

/// <summary>The quickstart on a service of one's own: what it leaves there, and what a person reads when it cannot work.</summary>
[CancelAfter(60_000)]
public sealed class OwnServiceTests
{
    private FinancialsSandbox _sandbox = null!;

    [SetUp]
    public async Task StartAsync() => _sandbox = await FinancialsSandbox.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Quickstart_OnAService_PaysAnInvoiceOnceAndTakesItsJournalAway()
    {
        var run = await QuickstartRun.OnAsync(_sandbox);

        var coho = _sandbox.Company.Customers.Single(customer => customer.DisplayName == "Coho Winery");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, "")));
            Assert.That(run.Output, Does.StartWith($"// This runs against {_sandbox.BusinessCentralAddress} and WRITES to the company 'CRONUS USA, Inc.'.\n"));
            Assert.That(run.Output, Does.Not.Contain("Faults"), "a service loses no response when it is asked to");
            Assert.That(_sandbox.Company.SalesInvoices.Single(invoice => invoice.CustomerId == coho.Id).Status, Is.EqualTo(SalesInvoiceStatus.Paid));
            Assert.That(coho.Balance, Is.Zero);
            Assert.That(_sandbox.Company.CustomerEntries.Where(entry => entry.CustomerNumber == coho.Number).Select(entry => entry.Amount), Is.EqualTo([1500m, -1500m]));
            Assert.That(_sandbox.Company.Journals.Select(journal => journal.Code), Is.EqualTo(["DEFAULT"]));
        }
    }

    /// <summary>To delete a journal deletes its lines, and these are not posted yet.</summary>
    [Test]
    public async Task Quickstart_WhosePaymentWaitsInTheQueue_LeavesTheJournal()
    {
        _sandbox.Company.PostsWithJobQueue = true;

        var run = await QuickstartRun.OnAsync(_sandbox);

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("// The journal QUICKSTART stays: its payment waits in the service's queue.\n"));
        Assert.That(_sandbox.Company.RunJobQueue(), Is.Empty, "it can still be posted");
        Assert.That(_sandbox.Company.Customers.Single(customer => customer.DisplayName == "Coho Winery").Balance, Is.Zero);
    }

    [Test]
    public async Task Quickstart_WithoutABalancingAccount_SaysWhatToSetUp()
    {
        using (var client = _sandbox.CreateBusinessCentralClient())
        {
            await client.Companies[_sandbox.Company.Id].PaymentJournals.DeleteAsync(_sandbox.Company.DefaultJournal.Id!.Value);
        }

        var run = await QuickstartRun.OnAsync(_sandbox);

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((2,
            "No payment journal of CRONUS USA, Inc. has a G/L account as its balancing account, and without one nothing can be posted. " +
            "Give one to a cash receipt journal in Business Central. See --help.\n")));
    }

    [Test]
    public async Task Quickstart_CompanyThatIsNotThere_NamesThoseThatAre()
    {
        var run = await QuickstartRun.OnAsync(_sandbox, company: "Contoso");

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((2,
            "There is no company 'Contoso'. There are 'CRONUS USA, Inc.', 'Fabrikam GmbH'. See --help.\n")));
        Assert.That(_sandbox.Requests.Where(request => request.Method == "POST"), Is.Empty);
    }

    [Test]
    public async Task Quickstart_DocumentedCallThatTheServiceLacks_NamesTheCallThatWorks()
    {
        _sandbox.Faults.Add(SandboxFault.Fail(404).On("POST", "*/$ref"));
        string[] args = ["--documented", "--service", _sandbox.BaseAddress.AbsoluteUri, "--scope", FinancialsSandbox.Scope, "--company", "CRONUS USA, Inc."];

        var run = await QuickstartRun.OfAsync(_sandbox.Credential, args);

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Match(@"\n// ✗ FinancialsNotSupportedException: .*Customers\.CreateAsync"));
    }

    [Test]
    public async Task Quickstart_RefusedSignIn_IsOneLine()
    {
        var run = await QuickstartRun.OnAsync(_sandbox, credential: new StaticTokenCredential("of-somebody-else"));

        AssertOneLine(run, "token");
        Assert.That(run.Errors, Does.Not.Contain("of-somebody-else"));
    }

    [Test]
    public async Task Quickstart_NobodySignedIn_SaysHowToSignIn()
    {
        var run = await QuickstartRun.OfAsync(new NobodySignedIn(), "--tenant", "contoso.com", "--company", "CRONUS USA, Inc.");

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((3,
            "Nobody is signed in. Run 'az login' or sign in to Visual Studio, or put a token into the variable FINANCIALS_TOKEN.\n")));
    }

    [Test]
    public async Task Quickstart_NoNetwork_IsOneLine()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = $"http://{nobody.LocalEndpoint}/api/v2.0";
        nobody.Stop();

        var run = await QuickstartRun.OfAsync("--service", address, "--scope", "api://x/.default", "--company", "CRONUS USA, Inc.");

        AssertOneLine(run, "could not be reached");
    }

    private static void AssertOneLine(QuickstartRun run, string text)
    {
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Errors, Does.Contain(text).And.EndsWith("\n"));
        Assert.That(run.Errors.Trim().Split('\n'), Has.Length.EqualTo(1), "no stack trace");
    }

    /// <summary>What Azure's default credential does where none of its sources is set up.</summary>
    private sealed class NobodySignedIn : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("EnvironmentCredential authentication unavailable.\nAnd so are seven others.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("EnvironmentCredential authentication unavailable.\nAnd so are seven others.");
    }
}
