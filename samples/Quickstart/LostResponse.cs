using Financials.Client;
using Financials.Client.Sandbox;

namespace Quickstart;

/// <summary>A payment whose response is lost is posted once all the same.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="guide">Shows each step.</param>
internal sealed class LostResponse(FinancialsSandbox sandbox, Guide guide)
{
    public async Task RunAsync(CompanyClient company, PaymentJournalClient journal, Customer coho)
    {
        guide.Chapter("A lost response, and one payment all the same");
        guide.Show(() => sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1)));
        var requests = sandbox.Requests.Count;
        await guide.ShowAsync(
            () => journal.Payments.CreateAsync(new CustomerPayment
            {
                CustomerNumber = coho.Number, PostingDate = DateOnly.FromDateTime(DateTime.Today), DocumentNumber = "LOST-1", Amount = -250m,
            }),
            "a payment of 250.00: what was received is negative. No exception, though the service received");
        foreach (var request in sandbox.Requests.Skip(requests))
        {
            guide.Note($"    {request.Method} …{request.Path[request.Path.LastIndexOf('/')..]}: {(request.IsDropped ? "written, response lost" : request.Status)}");
        }

        JournalPosting posting = await guide.ShowAsync(nameof(posting), () => journal.PostAsync(), posted => $"{posted}");
        await guide.ShowAsync(
            "details", () => company.Customers[coho].GetFinancialDetailsAsync(), details => $"balance {details?.Balance:0.00}: posted once");
    }
}
