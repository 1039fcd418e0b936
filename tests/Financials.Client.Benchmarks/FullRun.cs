using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Financials.Client.Benchmarks;

/// <summary>Every case with BenchmarkDotNet, which takes its time.</summary>
internal static class FullRun
{
    public static int Run(string[] args)
    {
        // In this process: the default toolchain generates a project and restores it, which not every feed allows.
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60));
        BenchmarkSwitcher.FromAssembly(typeof(FullRun).Assembly).Run(args, config);
        return 0;
    }
}
