using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>HttpClient and source-generated System.Text.Json into settable classes.</summary>
internal sealed class RawContender(FinancialsService service, HttpMessageHandler? transport) : IContender
{
    private readonly RawClient _client = new(transport ?? Sockets.Create(), service.BaseAddress.AbsoluteUri, SampleData.Token);

    private readonly RawCustomer _customer = SampleData.ToCreateRaw();
    private readonly RawPayment _payment = SampleData.PaymentToCreateRaw();

    public string Name => "raw";

    public Task PostCustomerAsync() => CreateCustomerAsync();

    public async Task PostCustomerAndPaymentAsync()
    {
        await _client.CreateAsync(SampleData.CompanyId, _customer);
        await CreatePaymentAsync();
    }

    public Task GetCustomerAsync() => ReadCustomerAsync();

    public Task GetPageAsync() => ReadPageAsync();

    public async Task<int> WalkAsync(Action? onPage = null)
    {
        var rows = 0;
        for (var page = await ReadPageAsync(); ; page = await _client.ListAsync(page.NextLink))
        {
            foreach (var customer in page!.Value!)
            {
                rows += customer.Id is null ? 0 : 1;
            }

            onPage?.Invoke();
            if (page.NextLink is null)
            {
                return rows;
            }
        }
    }

    public void Dispose() => _client.Dispose();

    public Task<RawCustomer?> CreateCustomerAsync() => _client.CreateAsync(SampleData.CompanyId, _customer);

    public Task<RawPayment?> CreatePaymentAsync() => _client.CreateAsync(SampleData.CompanyId, SampleData.JournalId, _payment);

    public Task<RawCustomer?> ReadCustomerAsync() => _client.GetAsync(SampleData.CompanyId, SampleData.CustomerId);

    public Task<RawCustomerPage?> ReadPageAsync() => _client.ListAsync(SampleData.CompanyId);
}
