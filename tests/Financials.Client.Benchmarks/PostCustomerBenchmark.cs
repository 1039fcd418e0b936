using System.Net;
using BenchmarkDotNet.Attributes;
using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>Creates one customer and reads what the service stored.</summary>
[MemoryDiagnoser]
public class PostCustomerBenchmark
{
    private static readonly InMemoryTransport Transport = new(HttpStatusCode.Created, SampleData.Created());

    private readonly RawCustomer _rawCustomer = SampleData.ToCreateRaw();
    private readonly RawClient _raw = new(
        new HttpClient(Transport),
        SampleData.Service.BaseAddress.AbsoluteUri,
        SampleData.Token);

    private readonly Customer _customer = SampleData.ToCreate();
    private readonly CompanyClient _company = new FinancialsClient(
        SampleData.Service,
        new StaticTokenCredential(SampleData.Token),
        new FinancialsClientOptions { Transport = Transport }).Companies[SampleData.CompanyId];

    [GlobalSetup]
    public async Task RequireSameWork()
    {
        var raw = await _raw.CreateAsync(SampleData.CompanyId, _rawCustomer);
        var rawBody = Transport.Sent;
        var customer = await Client();
        SameWork.Require(rawBody, Transport.Sent);
        SameWork.Require(raw!, customer);
    }

    [Benchmark(Baseline = true)]
    public Task Raw() => _raw.CreateAsync(SampleData.CompanyId, _rawCustomer);

    [Benchmark]
    public Task<Customer> Client() => _company.Customers.CreateAsync(_customer);
}
