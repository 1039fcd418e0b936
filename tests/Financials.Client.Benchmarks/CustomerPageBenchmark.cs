using System.Net;
using BenchmarkDotNet.Attributes;
using Financials.Client.Benchmarks.Raw;
using Financials.Client.Dialects.Documented;
using Financials.Client.Generated.Documented;
using Financials.Client.Http;

namespace Financials.Client.Benchmarks;

/// <summary>Reads a page of 1,000 customers.</summary>
[MemoryDiagnoser]
public class CustomerPageBenchmark
{
    private static readonly InMemoryTransport Transport = new(HttpStatusCode.OK, SampleData.Page());

    private readonly RawClient _raw = new(new HttpClient(Transport), SampleData.Service.BaseAddress.AbsoluteUri, SampleData.Token);

    private readonly DocumentedApi _api = new(DocumentedAdapter.Create(
        Pipeline.Create(
            SampleData.Service,
            new StaticTokenCredential(SampleData.Token),
            new FinancialsClientOptions { Transport = Transport }),
        SampleData.Service.BaseAddress));

    [GlobalSetup]
    public async Task RequireSameWork()
    {
        var raw = await _raw.ListAsync(SampleData.CompanyId);
        SameWork.Require(raw!.Value!, await Client());
    }

    [Benchmark(Baseline = true)]
    public Task Raw() => _raw.ListAsync(SampleData.CompanyId);

    /// <summary>What the facade's list will do, which it does not have yet: pipeline, generated code, mapping.</summary>
    [Benchmark]
    public async Task<List<Customer>> Client()
    {
        var page = await _api.Companies[SampleData.CompanyId].Customers.GetAsync();
        var customers = new List<Customer>(page!.Value!.Count);
        foreach (var customer in page.Value)
        {
            customers.Add(CustomerMapping.ToModel(customer));
        }

        return customers;
    }
}
