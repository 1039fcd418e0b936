using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Tests.BusinessCentral;
using Financials.Client.Tests.Contract;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>
/// Every operation of the contract of API v2.0 against the sandbox: each succeeds, with a status and a body that the contract
/// declares. What an address needs is created first, through the contract's own creates.
/// </summary>
[TestFixture]
public sealed partial class CentralWalkTests
{
    private static readonly ContractDocument Contract = ContractDocument.BusinessCentral;
    private static readonly HashSet<string> Lines = [.. Contract.Operations.Select(operation => operation.Line)];

    private CentralBench _bench = null!;
    private int _count;

    [OneTimeSetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    private static IEnumerable<string> Operations => Contract.Operations.Select(operation => operation.Line);

    [TestCaseSource(nameof(Operations))]
    public async Task Operation_OfTheContract_AnswersAsTheContractDeclares(string line)
    {
        var (method, path) = (line.Split(' ')[0], line.Split(' ')[1]);
        var address = await ResolveAsync(path);
        await PrepareAsync(address);
        var answer = await _bench.SendToAsync($"{method} {address}{Filter(line)}", await BodyAsync(method, path, address), ("If-Match", "*"), ("Accept", "application/json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.InRange(200, 299), answer.Text);
            Assert.That(new ContractShape(Contract).Problems(line, answer.Status, answer.ContentType, answer.Text), Is.Empty);
        }
    }

    /// <summary>Puts a key in the place of each parameter: of a new entity where the set takes one, else of the first one there is.</summary>
    private async Task<string> ResolveAsync(string path)
    {
        var address = "";
        var end = 0;
        foreach (Match parameter in Parameter().Matches(path))
        {
            var set = path[..parameter.Index];
            address += path[end..parameter.Index];
            end = parameter.Index + parameter.Length;
            address += $"({(parameter.Value == "({companyId})" ? $"{_bench.Company.Id}" : await KeyAsync(set, address))})";
        }

        return address + path[end..];
    }

    private async Task<string> KeyAsync(string set, string address)
    {
        if (!Lines.Contains($"POST {set}"))
        {
            var listed = await _bench.SendToAsync($"GET {address}");
            return $"{listed.Json["value"]![0]!["id"]}";
        }

        var created = await _bench.SendToAsync($"POST {address}", await BodyAsync("POST", set, address));
        Assert.That(created.Status, Is.EqualTo(201), created.Text);
        return $"{created.Json["id"]}";
    }

    /// <summary>The filter without which two flat lists are refused.</summary>
    private string Filter(string line) => line switch
    {
        "GET /companies({companyId})/customerPayments" or "GET /companies({companyId})/customerPayments/$count" => $"?$filter=journalId eq {_bench.Documented.JournalId}",
        "GET /companies({companyId})/attachments" => $"?$filter=parentId eq {_bench.Company.SalesInvoices[0].Id}",
        _ => "",
    };

    /// <summary>Makes what an action needs.</summary>
    private async Task PrepareAsync(string address)
    {
        if (Action().Match(address) is not { Success: true } action)
        {
            return;
        }

        if (action.Groups["set"].Value == "journals")
        {
            _bench.Company.AddHiddenLine(Guid.Parse(action.Groups["id"].Value));
        }
        else if (action.Groups["name"].Value is "cancel" or "cancelAndSend" or "makeCorrectiveCreditMemo")
        {
            await _bench.SendToAsync($"POST {address[..address.IndexOf("/Microsoft.NAV.", StringComparison.Ordinal)]}/Microsoft.NAV.post");
        }
    }

    private async Task<string?> BodyAsync(string method, string path, string address) => (method, path.Split('/')[^1]) switch
    {
        ("PATCH", "attachmentContent") => "some bytes",
        ("PATCH", _) => "{}",
        ("POST", "customers") => $$"""
            {"displayName":"Walk","currencyCode":"EUR","email":"a@walk.example","paymentTermsId":"{{await FirstAsync("paymentTerms")}}",
             "shipmentMethodId":"{{await FirstAsync("shipmentMethods")}}","paymentMethodId":"{{await FirstAsync("paymentMethods")}}"}
            """,
        ("POST", "customerPayments") => $$"""{"journalId":"{{JournalOf(address)}}","customerNumber":"20000","amount":-1}""",
        ("POST", "salesInvoices") => $$"""
            {"customerId":"{{await NewCustomerAsync()}}","salesInvoiceLines":[{"accountId":"{{await FirstAsync("accounts", "?$filter=number eq '40100'")}}","quantity":1,"unitPrice":9}]}
            """,
        ("POST", "salesInvoiceLines") => $$"""{"accountId":"{{await FirstAsync("accounts", "?$filter=number eq '40100'")}}","quantity":1}""",
        ("POST", "defaultDimensions" or "dimensionSetLines") => await DimensionAsync(path.EndsWith("defaultDimensions", StringComparison.Ordinal)),
        ("POST", "attachments") => $$"""{"parentId":"{{_bench.Company.SalesInvoices[0].Id}}","parentType":"Sales_x0020_Invoice","fileName":"walk-{{++_count}}.txt"}""",
        ("POST", "$batch") => """{"requests":[{"id":"1","method":"GET","url":"companies"}]}""",
        ("POST", var action) when action.StartsWith("Microsoft.NAV.", StringComparison.Ordinal) => null,
        ("POST", _) => $$"""{"code":"W{{++_count}}"}""",
        _ => null,
    };

    private async Task<string> DimensionAsync(bool isDefault)
    {
        var dimension = await FirstAsync("dimensions");
        var value = await FirstAsync($"dimensions({dimension})/dimensionValues");
        return isDefault ? $$"""{"dimensionId":"{{dimension}}","dimensionValueId":"{{value}}"}""" : $$"""{"id":"{{dimension}}","valueId":"{{value}}"}""";
    }

    /// <summary>The journal that a payment's address names, or the default one.</summary>
    private string JournalOf(string address) => Key().Matches(address) is { Count: > 1 } keys ? keys[1].Value : $"{_bench.Documented.JournalId}";

    private async Task<string> NewCustomerAsync() => $"{(await _bench.CreateAsync("/customers", (await BodyAsync("POST", "/customers", ""))!))["id"]}";

    private async Task<string> FirstAsync(string set, string query = "") => $"{(await _bench.GetAsync($"/{set}{query}"))["value"]![0]!["id"]}";

    [GeneratedRegex(@"\(\{\w+\}\)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<set>\w+)\((?<id>[0-9a-f-]{36})\)/Microsoft\.NAV\.(?<name>\w+)$")]
    private static partial Regex Action();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Key();
}
