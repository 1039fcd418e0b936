
namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>A sandbox and a client of one of its services, which retries at once.</summary>
internal sealed class ServiceBench : IAsyncDisposable
{
    private ServiceBench(FinancialsSandbox sandbox, ServedAs service)
    {
        Sandbox = sandbox;
        var options = new FinancialsClientOptions { Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(10) } };
        Client = service is ServedAs.BusinessCentral ? sandbox.CreateBusinessCentralClient(options) : sandbox.CreateClient(options);
    }

    public FinancialsSandbox Sandbox { get; }

    public FinancialsClient Client { get; }

    /// <summary>The first company.</summary>
    public CompanyClient Company => Client.Companies[Sandbox.Company.Id];

    public Guid JournalId => Sandbox.Company.DefaultJournal.Id!.Value;

    /// <summary>The default journal.</summary>
    public PaymentJournalClient Journal => Company.PaymentJournals[JournalId];

    /// <summary>An invoice that is posted and not paid.</summary>
    public SalesInvoice OpenInvoice => Sandbox.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Open);

    public static async Task<ServiceBench> StartAsync(ServedAs service) => new(await FinancialsSandbox.StartAsync(), service);

    /// <summary>How many requests were sent that post something.</summary>
    public int Posts(string ending) => Sandbox.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
