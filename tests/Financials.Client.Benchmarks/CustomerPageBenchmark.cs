using System.Net;
using BenchmarkDotNet.Attributes;
using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>Reads a page of 1,000 customers.</summary>
[MemoryDiagnoser]
public class CustomerPageBenchmark
{
    private static readonly InMemoryTransport Transport = new(HttpStatusCode.OK, SampleData.Page());

    private readonly RawClient _raw = new(
        new HttpClient(Transport),
        SampleData.Service.BaseAddress.AbsoluteUri,
        SampleData.Token);

    private readonly CompanyClient _company = new FinancialsClient(
        SampleData.Service,
        new StaticTokenCredential(SampleData.Token),
        new FinancialsClientOptions { Transport = Transport }).Companies[SampleData.CompanyId];

    [GlobalSetup]
    public async Task RequireSameWork()
    {
        var raw = await _raw.ListAsync(SampleData.CompanyId);
        SameWork.Require(raw!.Value!, await Client());
    }

    [Benchmark(Baseline = true)]
    public Task Raw() => _raw.ListAsync(SampleData.CompanyId);

    [Benchmark]
    public async Task<IReadOnlyList<Customer>> Client()
    {
        await using var pages = _company.Customers.AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        return pages.Current.Items;
    }
}
