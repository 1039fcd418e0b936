using System.Collections.Concurrent;
using Financials.Client.ContractTests.Contract;

namespace Financials.Client.ContractTests.Faults;

/// <summary>
/// What came of every operation that met a fault in this run: how often the service received which requests, and how the call
/// ended. Written as <c>fault-matrix.md</c> to the folder of the tests' output.
/// </summary>
[SetUpFixture]
public static class FaultTable
{
    private static readonly ConcurrentDictionary<(Surface Surface, string Fault, string Operation), string> Outcomes = new();

    /// <param name="surface">The surface that the client spoke.</param>
    /// <param name="fault">What went wrong.</param>
    /// <param name="operation">The operation that met it.</param>
    /// <param name="methods">The methods of the requests that the service received.</param>
    /// <param name="error">How the call ended; null for success.</param>
    internal static void Add(Surface surface, string fault, string operation, IEnumerable<string> methods, FinancialsException? error)
    {
        var requests = methods.CountBy(method => method).Select(counted => $"{counted.Value}× {counted.Key}");
        var end = error?.GetType().Name["Financials".Length..^"Exception".Length] ?? "ok";
        Outcomes[(surface, fault, operation)] = $"{string.Join(", ", requests)}: {(end.Length > 0 ? end : "error")}";
    }

    [OneTimeTearDown]
    public static async Task Write()
    {
        await File.WriteAllLinesAsync(
            Path.Combine(TestContext.CurrentContext.WorkDirectory, "fault-matrix.md"),
            Surface.All.SelectMany(surface => (string[])[$"## {surface}", "", .. RowsOf(surface), ""]));
    }

    private static IEnumerable<string> RowsOf(Surface surface)
    {
        string[] operations =
        [
            .. FaultOperation.All.Where(operation => operation.Surface == surface).Select(operation => operation.Name)
                .Union(Outcomes.Keys.Where(key => key.Surface == surface).Select(key => key.Operation)),
        ];
        IEnumerable<string[]> rows =
        [
            ["fault", .. operations],
            ["---", .. operations.Select(_ => "---")],
            .. from fault in Outcomes.Keys.Where(key => key.Surface == surface).Select(key => key.Fault).Distinct().Order(StringComparer.Ordinal)
               select (string[])[fault, .. operations.Select(operation => Outcomes.GetValueOrDefault((surface, fault, operation), "–"))],
        ];
        return rows.Select(cells => $"| {string.Join(" | ", cells)} |");
    }
}
