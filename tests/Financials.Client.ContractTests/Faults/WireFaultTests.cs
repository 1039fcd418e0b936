using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;
using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.ContractTests.Faults;

/// <summary>
/// Every operation with every fault, met once and met always, over real sockets: what the service receives, and what comes of
/// the call.
/// </summary>
[CancelAfter(60_000)]
public class WireFaultTests : FaultTest
{
    private static readonly bool[] OnceAndAlways = [true, false];

    /// <summary>The server's clock and the client's timer need not agree to the millisecond.</summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromMilliseconds(10);

    private static IEnumerable<TestCaseData> Rows =>
        from fault in Fault.All
        from operation in FaultOperation.All
        where operation.IsAnsweredWithABody || !fault.NeedsABody
        from once in OnceAndAlways

            // The timer of an attempt is the same on every surface, and three timeouts of each operation are waited for on one of them.
        where once || !fault.IsSlow || operation.Surface == Surface.Documented
        select new TestCaseData(operation, fault, once).SetArgDisplayNames(operation.Surface.Name, operation.Name, fault.Name, once ? "once" : "always");

    [TestCaseSource(nameof(Rows))]
    public async Task Operation_MeetsFault_EndsAsTheRulesSay(object operationOfRow, object faultOfRow, bool once, CancellationToken guard)
    {
        var (operation, fault) = ((FaultOperation)operationOfRow, (Fault)faultOfRow);
        await PrepareAsync(operation, fault, once);
        var credential = new RecordingCredential();
        using var client = Service.Client(operation.Surface, credential, options =>
        {
            options.MaxRetries = FaultExpectation.MaxRetries;
            options.AttemptTimeout = fault.AttemptTimeout;
        });

        // Most requests go over a connection that has been used before, and such a one breaks in other ways than a new one.
        await client.Companies.ToListAsync(guard);
        var (result, error) = await MeetAsync(
            operation.Surface,
            $"{fault.Name}, {(once ? "once" : "always")}",
            operation.Name,
            () => operation.CallAsync(client, Service.BaseAddress(operation.Surface)).WaitAsync(guard));

        var journal = (await Service.JournalAsync()).Skip(1).ToList();
        var own = journal.Where(request => request.Method == operation.Method).ToList();
        var expected = FaultExpectation.Of(operation, fault, once, own[0].Url.Split('?')[0]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(journal.Select(request => request.Method), Is.EqualTo(expected.Methods), "requests");
            Assert.That(error?.GetType(), Is.EqualTo(expected.Error));
            Assert.That(own.Select(IdOf), error is null ? Has.All.Not.Null : Has.Some.EqualTo(error.ClientRequestId), "ids");
            Assert.That(error?.ToString() ?? "", Does.Not.Contain("Bearer token"));
            Assert.That(error?.Message, expected.Error is null ? Is.Null : Is.AnyOf([.. expected.Texts]));
            Assert.That(ResultText.Of(result), Is.EqualTo(ResultText.Of(expected.Error is null ? operation.Result : null)));
            Assert.That(credential.Claims, Is.EqualTo(fault.Evidence is Evidence.TokenRefused ? [null, Fault.Claims] : (string?[])[null]));
            Assert.That(fault.Evidence is Evidence.NotExecuted ? Pauses(own) : [], Has.All.GreaterThan(Fault.Wait - ClockGrain));
        }
    }

    private static IEnumerable<TimeSpan> Pauses(IReadOnlyList<JournalEntry> requests) =>
        requests.Zip(requests.Skip(1), (one, next) => next.ReceivedAt - one.ReceivedAt);

    private string? IdOf(JournalEntry request) => Service.ToRequest(request).Id;

    private async Task PrepareAsync(FaultOperation operation, Fault fault, bool once)
    {
        await Service.StubAsync(Stub.Of($"{operation.Surface}/Companies/listCompanies"));
        var good = operation.Stub;
        var faulty = fault.Apply(good);
        Stub[] looks = fault.Evidence is Evidence.Ambiguous && operation.LookUp is { } lookUp ? [lookUp] : [];
        var isOnlyRead = looks.Length > 0 && operation.Kind is RequestKind.Posting;
        if (fault.Evidence is Evidence.TokenRefused)
        {
            await Service.PlayAsync(faulty, (once ? good : faulty).AskedWithToken("token-2"));
        }
        else if (once && !isOnlyRead)
        {
            await Service.PlayAsync([faulty, .. looks, good]);
        }
        else
        {
            await Task.WhenAll(looks.Append(faulty).Select(Service.StubAsync));
        }
    }
}
