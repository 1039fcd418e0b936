using System.Linq.Expressions;

namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>What the client asks for finds what the same condition finds among all entities in memory.</summary>
public sealed class ClientQueryTests
{
    private FinancialsSandbox _sandbox = null!;
    private FinancialsClient _client = null!;

    private static IEnumerable<Expression<Func<Customer, bool>>> CustomerConditions =>
    [
        c => c.Number == "20000",
        c => c.Number != "20000",
        c => c.DisplayName == "O'Brien & Søn Møbler",
        c => c.DisplayName!.StartsWith("Ad"),
        c => c.DisplayName!.EndsWith("se") || c.DisplayName!.Contains(" & ") || c.DisplayName == "none",
        c => c.Email == null,
        c => c.Email != null && c.Balance > 1000,
        c => c.Balance >= 508.80m && c.Balance <= 1383.30m,
        c => c.Balance == 508.8m || c.Balance > 1900,
        c => c.Balance != 0 && c.TaxLiable == true,
        c => c.TaxLiable != true,
        c => c.Type == CustomerType.Person,
        c => c.Type != CustomerType.Person,
        c => c.Blocked == CustomerBlocked.Ship,
        c => c.Blocked != CustomerBlocked.Ship,
        c => c.PaymentTermsId == null,
        c => c.PaymentTermsId != null && (c.Number == "20000" || c.Number == "21000" || c.Number == "nobody's"),
        c => c.LastModified > DateTimeOffset.UnixEpoch,
        c => c.LastModified < DateTimeOffset.UnixEpoch,
    ];

    private static IEnumerable<Expression<Func<CustomerPayment, bool>>> PaymentConditions =>
    [
        p => p.LineNumber == 10000,
        p => p.LineNumber > 10000 && p.LineNumber < 40000,
        p => p.LineNumber == 10000 || p.LineNumber >= 30000,
        p => p.Amount < -1000m,
        p => p.PostingDate != new DateOnly(2015, 12, 31) && p.CustomerNumber == "20000",
        p => p.AppliesToInvoiceId == null,
        p => p.PostingDate == null,
    ];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _sandbox = await FinancialsSandbox.StartAsync();
        _client = _sandbox.CreateClient();
        var customers = _client.Companies[_sandbox.Company.Id].Customers;
        await customers.CreateAsync(new Customer { Number = "PERSON", DisplayName = "A person", Type = CustomerType.Person, Blocked = CustomerBlocked.Ship, TaxLiable = false });
        await customers.CreateAsync(new Customer { Number = "PLAIN", DisplayName = "Plain" });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCaseSource(nameof(CustomerConditions))]
    public async Task Customers_Where_AreThoseThatMeetTheCondition(Expression<Func<Customer, bool>> condition)
    {
        var expected = _sandbox.Company.Customers.Where(condition.Compile()).ToList();

        Assert.That(await Customers.Where(condition).ToListAsync(), Is.EqualTo(expected));
        Assert.That(await Customers.CountAsync(condition), Is.EqualTo(expected.Count));
    }

    [TestCaseSource(nameof(PaymentConditions))]
    public async Task Payments_Where_AreThoseThatMeetTheCondition(Expression<Func<CustomerPayment, bool>> condition)
    {
        var journalId = _sandbox.Company.DefaultJournal.Id!.Value;

        Assert.That(
            await _client.Companies[_sandbox.Company.Id].PaymentJournals[journalId].Payments.Where(condition).ToListAsync(),
            Is.EqualTo(_sandbox.Company.Payments(journalId).Where(condition.Compile())));
    }

    [Test]
    public async Task Customers_InPages_AreAllThereInOrder([Values(1, 3, 100)] int pageSize)
    {
        var query = Customers.OrderByDescending(c => c.TaxLiable).ThenBy(c => c.Balance);
        var pages = new List<EntityPage<Customer>>();
        await foreach (var page in query.AsPages(pageSizeHint: pageSize))
        {
            pages.Add(page);
        }

        Assert.That(pages.SkipLast(1).Select(page => page.Items.Count), Has.All.EqualTo(pageSize));
        Assert.That(
            pages.SelectMany(page => page.Items),
            Is.EqualTo(_sandbox.Company.Customers.OrderByDescending(c => c.TaxLiable).ThenBy(c => c.Balance).ThenBy(c => c.Number, StringComparer.Ordinal)));
    }

    [Test]
    public async Task Customers_FromAContinuation_GoOnAfterThePage()
    {
        await foreach (var first in Customers.OrderBy(c => c.DisplayName).AsPages(pageSizeHint: 5))
        {
            var rest = new List<Customer>();
            await foreach (var page in Customers.AsPages(first.ContinuationToken, pageSizeHint: 5))
            {
                rest.AddRange(page.Items);
            }

            Assert.That(first.Items.Concat(rest), Is.EqualTo(_sandbox.Company.Customers.OrderBy(c => c.DisplayName, StringComparer.Ordinal)));
            return;
        }

        Assert.Fail("There was no page.");
    }

    [Test]
    public async Task Customers_SelectedAndExpanded_HaveThatAndNothingElse()
    {
        var customer = await Customers.Where(c => c.Number == "20000").SelectFields(c => c.Number).Expand(c => c.PaymentTerm).FirstOrDefaultAsync();

        Assert.That(customer!.Id, Is.EqualTo(_sandbox.Company.Customers.Single(c => c.Number == "20000").Id));
        Assert.That(customer.PaymentTerm!.Code, Is.Not.Null);
        Assert.That(customer.DisplayName, Is.Null);
    }

    private CustomersClient Customers => _client.Companies[_sandbox.Company.Id].Customers;
}
