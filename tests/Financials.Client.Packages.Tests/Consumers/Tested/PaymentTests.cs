using Financials.Client;
using Financials.Client.Sandbox;

public class PaymentTests
{
    [Test]
    public async Task Payment_ResponseIsLost_IsPostedOnce()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using FinancialsClient client = sandbox.CreateBusinessCentralClient();
        PaymentJournalClient journal = client.Companies[sandbox.Company.Id].PaymentJournals[sandbox.Company.DefaultJournal.Id!.Value];
        int before = sandbox.Company.PaymentCount;
        sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));

        await journal.Payments.CreateAsync(new CustomerPayment
        {
            CustomerNumber = sandbox.Company.Customers[0].Number, PostingDate = new DateOnly(2026, 1, 31), DocumentNumber = "B-4711", Amount = -1500m,
        });

        Assert.That(sandbox.Company.PaymentCount, Is.EqualTo(before + 1));
        TestContext.Out.WriteLine($"Tested on .NET {Environment.Version}");
    }
}
