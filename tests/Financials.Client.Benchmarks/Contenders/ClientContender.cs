namespace Financials.Client.Benchmarks;

/// <summary>
/// Financials.Client with everything on: a credential, the default resilience, a logger that wants entries from Information on,
/// and spans and metrics that nobody listens to.
/// </summary>
internal sealed class ClientContender(FinancialsService service, HttpMessageHandler? transport) : IContender
{
    private readonly FinancialsClient _client = new(
        service,
        new StaticTokenCredential(SampleData.Token),
        new FinancialsClientOptions { Transport = transport, LoggerFactory = new InformationLoggers() });

    private readonly Customer _customer = SampleData.ToCreate();
    private readonly CustomerPayment _payment = SampleData.PaymentToCreate();

    private CompanyClient? _company;

    public string Name => "client";

    private CompanyClient Company => _company ??= _client.Companies[SampleData.CompanyId];

    public Task PostCustomerAsync() => CreateCustomerAsync();

    public async Task PostCustomerAndPaymentAsync()
    {
        await _client.Companies[SampleData.CompanyId].Customers.CreateAsync(_customer);
        await CreatePaymentAsync();
    }

    public Task GetCustomerAsync() => ReadCustomerAsync();

    public Task GetPageAsync() => ReadPageAsync();

    public async Task<int> WalkAsync(Action? onPage = null)
    {
        var rows = 0;
        await foreach (var page in Company.Customers.AsPages())
        {
            foreach (var customer in page.Items)
            {
                rows += customer.Id is null ? 0 : 1;
            }

            onPage?.Invoke();
        }

        return rows;
    }

    public void Dispose() => _client.Dispose();

    public Task<Customer> CreateCustomerAsync() => Company.Customers.CreateAsync(_customer);

    public Task<CustomerPayment> CreatePaymentAsync() =>
        _client.Companies[SampleData.CompanyId].PaymentJournals[SampleData.JournalId].Payments.CreateAsync(_payment);

    public Task<Customer> ReadCustomerAsync() => Company.Customers.GetAsync(SampleData.CustomerId);

    public async Task<IReadOnlyList<Customer>> ReadPageAsync()
    {
        await using var pages = Company.Customers.AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        return pages.Current.Items;
    }
}
