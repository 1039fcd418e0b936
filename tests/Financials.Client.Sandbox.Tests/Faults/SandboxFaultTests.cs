using Financials.Client.Sandbox.Tests.Support;
using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>Every fault met once by every kind of call, over real sockets.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SandboxFaultTests
{
    private static IEnumerable<TestCaseData> Rows =>
        from fault in FaultCases.All
        from operation in FaultOperation.All
        select new TestCaseData(fault, operation).SetArgDisplayNames(fault.ToString(), operation.ToString());

    [TestCaseSource(nameof(Rows))]
    public async Task Call_MeetsAFaultOnce_EndsAsTheFaultAllows(object faultOfRow, object operationOfRow)
    {
        var (fault, operation) = ((FaultCase)faultOfRow, (FaultOperation)operationOfRow);
        await using var bench = await Bench.StartAsync();
        var customer = await operation.Prepare(bench);
        bench.Sandbox.ClearRequests();
        using var active = bench.Sandbox.Faults.Add(fault.Fault.On(operation.Kind.Method(), "*/customers*").Times(1));

        FinancialsException? error = null;
        try
        {
            await operation.RunAsync(bench, customer);
        }
        catch (FinancialsException failed)
        {
            error = failed;
        }

        var expected = FaultOutcome.Of(operation.Kind, EvidenceOf(fault, operation), once: true, new ResilienceOptions().MaxRetries, fault.IsExecuted);
        var isDone = expected.End is CallEnd.Success || operation.Kind is RequestKind.Read;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(active.Hits, Is.EqualTo(1), "hits");
            Assert.That(bench.Sandbox.Requests.Count(request => request.Fault == fault.Fault.Name), Is.EqualTo(1), "recorded faults");
            Assert.That(bench.Sandbox.Requests.Select(request => request.Method), Is.EqualTo(expected.Methods(operation.Kind.Method())), "requests");
            Assert.That(error?.GetType(), Is.EqualTo(expected.ErrorOf(typeof(FinancialsThrottledException))), "error");
            Assert.That(operation.IsDone(bench, customer), Is.EqualTo(isDone), "what the sandbox has");
        }
    }

    /// <summary>Half of no content is no content.</summary>
    private static Evidence EvidenceOf(FaultCase fault, FaultOperation operation) =>
        (fault.Evidence, operation.Kind) is (Evidence.Unusable, RequestKind.Delete) && fault.IsExecuted ? Evidence.Empty : fault.Evidence;
}
