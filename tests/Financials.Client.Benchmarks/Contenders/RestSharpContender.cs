using System.Text.Json;
using Financials.Client.Benchmarks.Raw;
using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Serializers.Json;

namespace Financials.Client.Benchmarks;

/// <summary>RestSharp with the same source-generated System.Text.Json into the same settable classes.</summary>
internal sealed class RestSharpContender(FinancialsService service, HttpMessageHandler? transport) : IContender
{
    private readonly RestClient _client = new(
        new RestClientOptions(service.BaseAddress.AbsoluteUri)
        {
            Authenticator = new JwtAuthenticator(SampleData.Token),
            ConfigureMessageHandler = _ => transport ?? Sockets.Create(),
            ThrowOnAnyError = true,
        },
        configureSerialization: serializers =>
            serializers.UseSystemTextJson(new JsonSerializerOptions(RawJsonContext.Default.Options)));

    private readonly RawCustomer _customer = SampleData.ToCreateRaw();
    private readonly RawPayment _payment = SampleData.PaymentToCreateRaw();

    public string Name => "RestSharp";

    public Task PostCustomerAsync() => CreateCustomerAsync();

    public async Task PostCustomerAndPaymentAsync()
    {
        await CreateCustomerAsync();
        await CreatePaymentAsync();
    }

    public Task GetCustomerAsync() => ReadCustomerAsync();

    public Task GetPageAsync() => ReadPageAsync($"companies/{SampleData.CompanyId}/customers");

    public async Task<int> WalkAsync(Action? onPage = null)
    {
        var rows = 0;
        for (var next = $"companies/{SampleData.CompanyId}/customers"; next is not null;)
        {
            var page = await ReadPageAsync(next);
            foreach (var customer in page!.Value!)
            {
                rows += customer.Id is null ? 0 : 1;
            }

            next = page.NextLink;
            onPage?.Invoke();
        }

        return rows;
    }

    public void Dispose() => _client.Dispose();

    public async Task<RawCustomer?> CreateCustomerAsync() => (await _client.ExecutePostAsync<RawCustomer>(
        new RestRequest($"companies/{SampleData.CompanyId}/customers").AddJsonBody(_customer))).Data;

    public async Task<RawPayment?> CreatePaymentAsync() => (await _client.ExecutePostAsync<RawPayment>(
        new RestRequest($"companies/{SampleData.CompanyId}/customerPaymentJournals/{SampleData.JournalId}/customerPayments")
            .AddJsonBody(_payment))).Data;

    public async Task<RawCustomer?> ReadCustomerAsync() => (await _client.ExecuteGetAsync<RawCustomer>(
        new RestRequest($"companies/{SampleData.CompanyId}/customers/{SampleData.CustomerId}"))).Data;

    private async Task<RawCustomerPage?> ReadPageAsync(string address) =>
        (await _client.ExecuteGetAsync<RawCustomerPage>(new RestRequest(address))).Data;
}
