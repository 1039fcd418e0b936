using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Tests.Support;
using Financials.Client.Tests.Contract;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>The sandbox against the contract of the documented surface.</summary>
[TestFixture]
public sealed partial class ContractTests
{
    private WatchingHandler _watch = null!;

    [OneTimeSetUp]
    public async Task TakeTheTour()
    {
        _watch = new WatchingHandler();
        await using var bench = await Bench.StartAsync(transport: _watch);
        await Tour.TakeAsync(bench);
    }

    [OneTimeTearDown]
    public void StopWatching() => _watch.Dispose();

    [Test]
    public void Operations_OfTheContract_AreAllServed()
    {
        var served = _watch.Answers.Where(answer => answer.Status is < 404 or 409).Select(answer => OperationOf(answer.Method, answer.Path)).ToHashSet();
        Assert.That(ContractDocument.Documented.Operations.Select(operation => operation.Line).Where(line => !served.Contains(line)), Is.Empty);
    }

    [Test]
    public void Answers_OfTheTour_HaveTheContractsShape()
    {
        var shape = new ContractShape(ContractDocument.Documented);
        var problems = _watch.Answers.SelectMany(answer => shape.Problems(OperationOf(answer.Method, answer.Path), answer.Status, answer.ContentType, answer.Text));
        Assert.That(problems.Distinct(), Is.Empty);
        Assert.That(_watch.Answers, Has.Count.GreaterThan(ContractDocument.Documented.Operations.Count()));
    }

    private static string OperationOf(string method, string path)
    {
        var behind = path[path.IndexOf("/companies", StringComparison.Ordinal)..];
        return ContractDocument.Documented.Operations.Select(operation => operation.Line)
            .Where(line => Regex.IsMatch($"{method} {Uri.UnescapeDataString(behind)}", $"^{Pattern(line)}$", RegexOptions.CultureInvariant))
            .DefaultIfEmpty($"{method} {behind} (not in the contract)").First();
    }

    private static string Pattern(string line) => Placeholder().Replace(Regex.Escape(line), "[0-9a-f-]{36}");

    [GeneratedRegex(@"\\\{\w+}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
