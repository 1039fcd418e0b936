using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Tests.Support;
using Financials.Client.Tests.Contract;
using YamlDotNet.RepresentationModel;

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
        var operations = ContractDocument.Documented.Operations.ToDictionary(operation => operation.Line, operation => operation.Operation);
        var problems = new List<string>();
        foreach (var (method, path, status, contentType, text) in _watch.Answers)
        {
            var line = OperationOf(method, path);
            var documented = ResponseOf(operations[line], status);
            if (documented is null)
            {
                problems.Add($"{line}: {status} is not documented");
            }
            else if (!documented.Children.TryGetValue("content", out var content))
            {
                problems.AddRange(text.Length == 0 ? [] : [$"{line}: {status} has a body"]);
            }
            else if (contentType == "application/json")
            {
                var media = ContractDocument.Map((YamlMappingNode)content, "application/json");
                using var json = JsonDocument.Parse(text);
                problems.AddRange(Problems(json.RootElement, ContractDocument.Map(media, "schema"), $"{line} {status}"));
            }
        }

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

    private static YamlMappingNode? ResponseOf(YamlMappingNode operation, int status)
    {
        var responses = ContractDocument.Map(operation, "responses").Children;
        foreach (var key in new[] { status.ToString(CultureInfo.InvariantCulture), $"{status / 100}XX" })
        {
            if (responses.TryGetValue(key, out var response))
            {
                return ContractDocument.Documented.Resolve((YamlMappingNode)response);
            }
        }

        return null;
    }

    private static IEnumerable<string> Problems(JsonElement value, YamlMappingNode schema, string where)
    {
        var whole = ContractDocument.Documented.Resolve(schema);
        var isNullable = ContractDocument.Text(whole, "nullable") == "true" || whole.Children.ContainsKey("allOf");
        if (value.ValueKind is JsonValueKind.Null)
        {
            return isNullable ? [] : [$"{where} is null"];
        }

        switch (ContractDocument.Text(whole, "type"))
        {
            case "array":
                var items = ContractDocument.Map(whole, "items");
                return value.EnumerateArray().SelectMany(item => Problems(item, items, where));
            case "string":
                return value.ValueKind is JsonValueKind.String ? TextProblems(value.GetString()!, whole, where) : [$"{where} is no text"];
            case "integer" or "number":
                return value.ValueKind is JsonValueKind.Number ? [] : [$"{where} is no number"];
            case "boolean":
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{where} is no boolean"];
            default:
                var properties = ContractDocument.Documented.PropertiesOf(schema).ToDictionary(property => property.Key, property => property.Value);
                return value.EnumerateObject().SelectMany(member => properties.TryGetValue(member.Name, out var property)
                    ? Problems(member.Value, property, $"{where} {member.Name}")
                    : [$"{where} has '{member.Name}'"]);
        }
    }

    private static IEnumerable<string> TextProblems(string text, YamlMappingNode schema, string where)
    {
        var isGood = ContractDocument.Text(schema, "format") switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => text.Length <= int.Parse(ContractDocument.Text(schema, "maxLength") ?? "2147483647", CultureInfo.InvariantCulture),
        };
        return isGood ? [] : [$"{where} is '{text}'"];
    }

    [GeneratedRegex(@"\\\{\w+}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
