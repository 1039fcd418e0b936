using Financials.Client;
using Financials.Sandbox;

namespace Quickstart;

/// <summary>A payment whose answer gets lost is posted once all the same.</summary>
internal sealed class LostAnswer(FinancialsSandbox sandbox, FinancialsClient client, Guide guide)
{
    public async Task RunAsync()
    {
        guide.Chapter("Lose an answer, and post once all the same");
        var payments = client.Companies[sandbox.Company.Id].PaymentJournals[sandbox.Company.DefaultJournal.Id!.Value].Payments;
        var customer = sandbox.Company.Customers[0];
        var before = await payments.CountAsync();
        var requests = sandbox.Requests.Count;

        guide.Note("The sandbox will write the next payment and then cut the connection instead of answering.");
        sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));
        await guide.ShowAsync(
            () => payments.CreateAsync(new CustomerPayment { CustomerNumber = customer.Number, DocumentNumber = "LOST-1", Amount = -250.00m }),
            p => $"line {p.LineNumber}, {p.Amount}: no exception, and no second payment");

        guide.Note("What the service saw:");
        foreach (var request in sandbox.Requests.Skip(requests))
        {
            guide.Note($"  {request}");
        }

        guide.Note($"The journal had {before} payments and has {await payments.CountAsync()}.");
    }
}
