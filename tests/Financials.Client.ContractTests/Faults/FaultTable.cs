using System.Collections.Concurrent;

namespace Financials.Client.ContractTests.Faults;

/// <summary>
/// What came of every operation that met a fault in this run: how often the service received which requests, and how the call
/// ended. Written as <c>fault-matrix.md</c> to the folder of the tests' output.
/// </summary>
[SetUpFixture]
public static class FaultTable
{
    private static readonly ConcurrentDictionary<(string Fault, string Operation), string> Outcomes = new();

    /// <param name="fault">What went wrong.</param>
    /// <param name="operation">The operation that met it.</param>
    /// <param name="methods">The methods of the requests that the service received.</param>
    /// <param name="error">How the call ended; null for success.</param>
    internal static void Add(string fault, string operation, IEnumerable<string> methods, FinancialsException? error)
    {
        var requests = methods.CountBy(method => method).Select(counted => $"{counted.Value}× {counted.Key}");
        var end = error?.GetType().Name["Financials".Length..^"Exception".Length] ?? "ok";
        Outcomes[(fault, operation)] = $"{string.Join(", ", requests)}: {(end.Length > 0 ? end : "error")}";
    }

    [OneTimeTearDown]
    public static async Task Write()
    {
        string[] operations = [.. FaultOperation.All.Select(operation => operation.Name)];
        IEnumerable<string[]> rows =
        [
            ["fault", .. operations],
            ["---", .. operations.Select(_ => "---")],
            .. from fault in Outcomes.Keys.Select(key => key.Fault).Distinct().Order(StringComparer.Ordinal)
               select (string[])[fault, .. operations.Select(operation => Outcomes.GetValueOrDefault((fault, operation), "–"))],
        ];
        await File.WriteAllLinesAsync(
            Path.Combine(TestContext.CurrentContext.WorkDirectory, "fault-matrix.md"),
            rows.Select(cells => $"| {string.Join(" | ", cells)} |"));
    }
}
