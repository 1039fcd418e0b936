using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Azure.Core;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>
/// Every operation with every fault, met once and met always: how often it is sent, what comes of it, how long it takes, and
/// that nothing is left behind. The outcome is written as a table.
/// </summary>
[CancelAfter(20_000)]
public class TransportFaultTests
{
    private const string Canary = "canary-51c0";

    private static readonly ConcurrentDictionary<(string Fault, string Operation), string> Outcomes = new();

    private static readonly bool[] OnceAndAlways = [true, false];

    private static IEnumerable<TestCaseData> Rows =>
        from fault in AllFaults.List
        from once in OnceAndAlways
        from operation in FaultOperation.All
        select new TestCaseData(operation, fault, once).SetArgDisplayNames(operation.Name, fault.Name, once ? "once" : "always");

    [TestCaseSource(nameof(Rows))]
    public async Task Operation_MeetsFault_EndsAsTheRulesSay(object operationOfRow, object faultOfRow, bool once, CancellationToken guard)
    {
        var (operation, fault) = ((FaultOperation)operationOfRow, (Fault)faultOfRow);
        var time = new ManualTime { SkipsDelays = true };
        var responses = new ConcurrentQueue<TrackedResponse>();
        using var caller = new CancellationTokenSource();
        using var transport = new AsyncTransport(
            async (request, number, token) =>
            {
                var isFaulty = request.Method == operation.Method && (number == 1 || !once);
                var response = isFaulty ? await fault.Answer(time, caller, token) : Success(operation, request.Method);
                responses.Enqueue((TrackedResponse)response);
                return response;
            },
            time);
        var credential = new ScriptedCredential(number => new(new AccessToken($"{Canary}-{number}", DateTimeOffset.MaxValue)));
        using var client = ManualClients.Of(transport, time, fault.Options, credential);

        var (result, error) = await OutcomeAsync(operation.RunAsync(client, caller.Token).WaitAsync(guard));

        var expected = FaultExpectation.Of(operation, fault, once);
        var sends = transport.Requests.Count(request => request.Method == operation.Method);
        var outcome = string.Create(CultureInfo.InvariantCulture, $"{sends}x {Short(error)} {time.Elapsed.TotalSeconds:0.#} s");
        Outcomes[($"{fault} {(once ? "once" : "always")}", operation.Name)] = outcome;
        TestContext.Out.WriteLine($"{operation.Name} | {fault.Name} | {(once ? "once" : "always")} | {outcome}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Requests.Select(request => request.Method), Is.EqualTo(expected.Methods), "requests");
            Assert.That(error, expected.Error is null ? Is.Null : Is.InstanceOf(expected.Error), "error");
            Assert.That(result, expected.Error is null ? Is.EqualTo(operation.Result) : Is.Null, "result");
            Assert.That(time.Elapsed.TotalSeconds, Is.InRange(expected.Least - 0.005, expected.Most + 0.005), "seconds");
            Assert.That(responses.Count(response => !response.IsDisposed || !response.BodyIsDisposed), Is.Zero, "undisposed answers");
            Assert.That(time.PendingTimers, Is.Zero, "timers left behind");
            Assert.That(error?.ToString() ?? "", Does.Not.Contain(Canary));
            if (error is OperationCanceledException cancelled)
            {
                Assert.That(cancelled.CancellationToken, Is.EqualTo(caller.Token));
            }
        }
    }

    [OneTimeTearDown]
    public static void WriteTheTable()
    {
        string[] operations = [.. FaultOperation.All.Select(operation => operation.Name)];
        string[] faults = [.. AllFaults.List.SelectMany(fault => new[] { $"{fault} once", $"{fault} always" })];
        IEnumerable<string[]> rows =
        [
            ["fault", .. operations],
            ["---", .. operations.Select(_ => "---")],
            .. faults.Select(fault => (string[])[fault, .. operations.Select(operation => Outcomes.GetValueOrDefault((fault, operation), ""))]),
        ];
        TestContext.Out.WriteLine(string.Join(Environment.NewLine, rows.Select(cells => $"| {string.Join(" | ", cells)} |")));
    }

    private static async Task<(string? Result, Exception? Error)> OutcomeAsync(Task<string?> call)
    {
        try
        {
            return (await call, null);
        }
        catch (Exception error)
        {
            return (null, error);
        }
    }

    private static TrackedResponse Success(FaultOperation operation, string method) => method == operation.Method
        ? new TrackedResponse(
            operation.Success is null ? HttpStatusCode.NoContent : HttpStatusCode.OK,
            new StringContent(operation.Success ?? "", Encoding.UTF8, "application/json"))
        : new TrackedResponse(HttpStatusCode.OK, new StringContent($$"""{"id":"{{Ids.Customer}}","displayName":"Coho"}""", Encoding.UTF8, "application/json"));

    private static string Short(Exception? error) => error is null
        ? "ok"
        : error.GetType().Name.Replace("Financials", "", StringComparison.Ordinal).Replace("Exception", "", StringComparison.Ordinal) is { Length: > 0 } name
            ? name
            : "Error";
}
