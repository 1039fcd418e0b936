using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>Every fault met once by every kind of call, over real sockets.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class FaultMatrixTests
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
        using var active = bench.Sandbox.Faults.Add(fault.Fault.On(operation.Method, "*/customers*").Times(1));

        FinancialsException? error = null;
        try
        {
            await operation.RunAsync(bench, customer);
        }
        catch (FinancialsException failed)
        {
            error = failed;
        }

        var isHopeless = IsHopeless(fault);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(active.Hits, Is.EqualTo(1), "hits");
            Assert.That(bench.Sandbox.Requests.Count(request => request.Fault == fault.Fault.Name), Is.EqualTo(1), "recorded faults");
            Assert.That(Methods(bench), Is.EqualTo(ExpectedMethods(fault, operation)), "requests");
            Assert.That(error, isHopeless ? Is.InstanceOf(fault.Error!) : Is.Null, "error");
            Assert.That(operation.IsDone(bench, customer), Is.EqualTo(IsExecuted(operation, isHopeless)), "what the sandbox has");
        }
    }

    private static string Methods(Bench bench) => string.Join(' ', bench.Sandbox.Requests.Select(request => request.Method));

    private static bool IsHopeless(FaultCase fault) => fault.Kind is FaultKind.RejectedForAges;

    private static bool IsExecuted(FaultOperation operation, bool isHopeless) => !isHopeless || operation.Method == "GET";

    private static string ExpectedMethods(FaultCase fault, FaultOperation operation) => (fault.Kind, operation.Method) switch
    {
        (FaultKind.Harmless or FaultKind.RejectedForAges, var method) => method,
        (FaultKind.Rejected, var method) => $"{method} {method}",
        (FaultKind.LostBefore or FaultKind.ForeignAnswer, "POST") => "POST GET POST",
        (FaultKind.LostAfter or FaultKind.BrokenAnswer, "POST") => "POST GET",

        // Half of no content is no content.
        (FaultKind.BrokenAnswer, "DELETE") => "DELETE",

        // The retry carries the version of before the first attempt, and what is there is compared with what was sent.
        (FaultKind.LostAfter or FaultKind.BrokenAnswer, "PATCH") => "PATCH PATCH GET",
        (_, var method) => $"{method} {method}",
    };
}
