using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

[TestFixture]
public sealed class FacadeTests
{
    private static readonly string[] SetNames =
        ["Customers", "PaymentJournals", "Payments", "CustomerPayments", "SalesInvoices", "PaymentTerms", "PaymentMethods", "ShipmentMethods", "Currencies"];

    private static IEnumerable<TestCaseData> Sets => SetNames.Select((name, number) => new TestCaseData(number).SetArgDisplayNames(name));

    [TestCaseSource(nameof(Sets))]
    public async Task Set_EveryOperation_DoesWhatItSays(int number)
    {
        await using var bench = await Bench.StartAsync();
        await Tour.Sets(bench).ElementAt(number)();
    }

    [Test]
    public async Task Companies_ListAndGet_GiveTheSandboxesCompanies()
    {
        await using var bench = await Bench.StartAsync();
        await Tour.CompaniesAsync(bench);
    }

    [Test]
    public async Task Navigations_FollowedAndExpanded_LeadToTheRelatedEntities()
    {
        await using var bench = await Bench.StartAsync();
        await Tour.NavigationsAsync(bench);
    }

    [Test]
    public async Task DocumentedCreates_InTheirPrintedForm_CreateOnce()
    {
        await using var bench = await Bench.StartAsync();
        await Tour.DocumentedCreatesAsync(bench);
    }

    [Test]
    public async Task InvoiceCustomer_EveryOperation_WorksOnTheInvoicesCustomer()
    {
        await using var bench = await Bench.StartAsync();
        await Tour.InvoiceCustomerAsync(bench);
    }

    [Test]
    public async Task InvoiceActions_OneAfterTheOther_MoveTheStatus()
    {
        await using var bench = await Bench.StartAsync();
        await Tour.ActionsAsync(bench);
    }
}
