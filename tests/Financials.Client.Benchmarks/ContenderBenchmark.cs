using BenchmarkDotNet.Attributes;

namespace Financials.Client.Benchmarks;

/// <summary>Every case with BenchmarkDotNet. A case with several callers is one request of each of them.</summary>
[MemoryDiagnoser]
public class ContenderBenchmark
{
    private MeasuredCase? _case;

    [ParamsSource(nameof(CaseNames))]
    public string Case { get; set; } = "";

    public static IEnumerable<string> CaseNames => MeasuredCase.All.Select(one => one.Name);

    [GlobalSetup]
    public void Choose()
    {
        _case = MeasuredCase.All.Single(one => one.Name == Case);
        SameWork.RequireAsync().GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true)]
    public Task Raw() => RunAsync(contenders => contenders.Raw);

    [Benchmark]
    public Task RestSharp() => RunAsync(contenders => contenders.RestSharp);

    [Benchmark]
    public Task Client() => RunAsync(contenders => contenders.Client);

    private Task RunAsync(Func<ContenderSet, IContender> contender) =>
        _case!.RunAsync(contender(_case.Contenders.Value), _case.Callers);
}
