using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;
using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.ContractTests.Faults;

/// <summary>The service fails for a while, or is slow, and the caller need not know.</summary>
[CancelAfter(60_000)]
public class TemporaryFaultTests : FaultTest
{
    private static IEnumerable<TestCaseData> Repeatable() =>
        Cases(operation => operation.Kind is RequestKind.Read or RequestKind.Update or RequestKind.Delete);

    private static IEnumerable<TestCaseData> AnsweredWithABody() => Cases(operation => operation.IsAnsweredWithABody);

    [TestCaseSource(nameof(Repeatable))]
    public async Task Operation_FailsThreeTimesInThreeWaysThenWorks_IsSentFourTimes(object operationOfRow, CancellationToken guard)
    {
        var operation = (FaultOperation)operationOfRow;
        await Service.PlayAsync(
            operation.Stub.Answering(503), operation.Stub.Breaking(WireFault.Reset), operation.Stub.Answering(504), operation.Stub);
        using var client = Service.Client(operation.Surface, set: options => options.MaxRetries = 3);

        var (result, error) = await MeetAsync(
            operation.Surface,
            "fails three times, then works",
            operation.Name,
            () => operation.CallAsync(client, Service.BaseAddress(operation.Surface)).WaitAsync(guard));

        Assert.That(error, Is.Null);
        Assert.That(ResultText.Of(result), Is.EqualTo(ResultText.Of(operation.Result)));
        Assert.That(await Service.JournalAsync(), Has.Count.EqualTo(4));
    }

    [TestCaseSource(nameof(AnsweredWithABody))]
    public async Task Operation_AnsweredInPieces_ReadsThemAll(object operationOfRow, CancellationToken guard)
    {
        var operation = (FaultOperation)operationOfRow;
        await Service.PlayAsync(operation.Stub.InPieces(7, TimeSpan.FromMilliseconds(140)));
        using var client = Service.Client(operation.Surface);

        var (result, error) = await MeetAsync(
            operation.Surface,
            "slow, but in time",
            operation.Name,
            () => operation.CallAsync(client, Service.BaseAddress(operation.Surface)).WaitAsync(guard));

        Assert.That(error, Is.Null);
        Assert.That(ResultText.Of(result), Is.EqualTo(ResultText.Of(operation.Result)));
    }

    private static IEnumerable<TestCaseData> Cases(Func<FaultOperation, bool> which) =>
        FaultOperation.All.Where(which).Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.Surface.Name, operation.Name));
}
