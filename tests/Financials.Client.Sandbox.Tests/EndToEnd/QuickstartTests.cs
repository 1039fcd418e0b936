
namespace Financials.Client.Sandbox.Tests.EndToEnd;

[TestFixture]
public sealed class QuickstartTests
{
    [Test]
    public async Task Sandbox_WithAClient_KeepsWhatIsCreated()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var company = client.Companies[sandbox.Company.Id];

        var coho = await company.Customers.CreateAsync(new Customer { Number = "10000", DisplayName = "Coho Winery", CurrencyCode = "USD" });
        var payment = await company.PaymentJournals[sandbox.Company.DefaultJournal.Id!.Value].Payments.CreateAsync(
            new CustomerPayment { CustomerNumber = coho.Number, Amount = -1500.00m });
        var found = await company.Customers.Where(c => c.Number == "10000").FirstOrDefaultAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.EqualTo(coho));
            Assert.That(sandbox.Company.Customers, Has.One.EqualTo(coho));
            Assert.That(sandbox.Company.AllPayments, Has.One.EqualTo(payment));
            Assert.That(payment.Description, Is.EqualTo("Coho Winery"));
        }
    }
}
