using System.Collections;
using System.Text.Json.Nodes;
using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations.Documented;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations;

/// <summary>Every call sends what its exchange says, over a socket, and understands the answer.</summary>
public class ExchangeTests : WireTest
{
    private static IEnumerable<string> Files() => AllExchanges.List.Select(exchange => exchange.File);

    private static IEnumerable<string> Surfaces() => Surface.All.Select(surface => surface.Name);

    [TestCaseSource(nameof(Files))]
    public async Task Call_OfAnExchange_SendsItsRequestAndReadsItsAnswer(string file)
    {
        var exchange = AllExchanges.Of(file);
        await Service.PlayAsync([.. exchange.Files.Select(Stub.Of)]);
        using var client = Service.Client(exchange.Surface);

        var result = await exchange.Call(client);

        var requests = (await Service.JournalAsync()).Select(Service.ToRequest);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                requests.Select(request => exchange.Surface.Document.Find(request.Method, request.Path)?.Id),
                Is.EqualTo(exchange.Files.Select(Exchange.OperationOf)));
            Assert.That(ResultText.Of(result), Is.EqualTo(ResultText.Of(exchange.Result)));
            Assert.That(VersionsOf(result), Is.EqualTo(VersionsIn(Stub.Of(exchange.Files.Last()).Response["jsonBody"])));
        }
    }

    [Test]
    public async Task AsPages_ServiceNamesANextPage_FollowsTheLinkAsItIs([ValueSource(nameof(Surfaces))] string surface)
    {
        await Service.PlayAsync(Stub.Of($"{surface}/Customers/listCustomers.first"), Stub.Of($"{surface}/Customers/listCustomers.next"));
        using var client = Service.Client(Surface.Named(surface));

        var numbers = new List<string?>();
        await foreach (var page in client.Companies[Ids.Company].Customers.AsPages(pageSizeHint: 1))
        {
            numbers.AddRange(page.Items.Select(customer => customer.Number));
        }

        Assert.That(numbers, Is.EqualTo((string[])["10000", "10400"]));
    }

    [Test]
    public async Task CreateAsync_PaymentWithoutALineNumber_TakesTheNextOneOfItsJournal([ValueSource(nameof(Surfaces))] string surface)
    {
        var create = Stub.Of($"{surface}/CustomerPayments/createJournalPayment");
        var payment = surface == nameof(Surface.Documented) ? DocumentedExamples.NewJournalLine : BusinessCentral.Samples.NewPayment;
        await Service.PlayAsync(Stub.Of($"{surface}/CustomerPayments/listJournalPayments.last"), create.AskedWithAny("lineNumber"));
        using var client = Service.Client(Surface.Named(surface));

        var created = await client.Companies[Ids.Company].PaymentJournals[Ids.Journal].Payments.CreateAsync(payment with { LineNumber = null });

        Assert.That(created.LineNumber, Is.InRange(20_001, 29_999));
        Assert.That(await Service.JournalAsync(), Has.Count.EqualTo(2));
    }

    private static IEnumerable<string?> VersionsOf(object? result) => result switch
    {
        null or int or byte[] or JournalPosting => [],
        IEnumerable entities => entities.Cast<object>().SelectMany(VersionsOf),
        _ => [(string?)result.GetType().GetProperty(nameof(Customer.ETag))!.GetValue(result)],
    };

    private static IEnumerable<string?> VersionsIn(JsonNode? answer) =>
        answer is null ? [] : answer["value"] is JsonArray rows ? rows.SelectMany(VersionsIn) : [(string?)answer["@odata.etag"]];
}
