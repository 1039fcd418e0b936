using Financials.Client.Tests.Support;

namespace Financials.Samples.Tests.FirstCall;

/// <summary>The file-based sample compiles, and a mistake is one line to read.</summary>
[CancelAfter(240_000)]
public sealed class FirstCallTests
{
    [Test]
    public async Task FirstCall_WithoutArguments_SaysWhatToGive(CancellationToken guard)
    {
        var (exitCode, output, errors) = await SampleProcess.RunFileAsync(Repository.PathOf("samples/first-call.cs"), guard);

        Assert.That((exitCode, output, errors), Is.EqualTo((2, "", "Give the tenant, the environment and the name of the company." + Environment.NewLine)));
    }
}
