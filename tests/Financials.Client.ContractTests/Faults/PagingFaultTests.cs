using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>Next links that lead nowhere good.</summary>
[CancelAfter(60_000)]
public class PagingFaultTests : FaultTest
{
    private static readonly Stub First = Stub.Of("Customers/listCustomers.first");
    private static readonly Stub Next = Stub.Of("Customers/listCustomers.next");

    [Test]
    public async Task NextLink_ThatLeadsBackToItsOwnPage_EndsTheList(CancellationToken guard)
    {
        var itself = (string)First.Response["jsonBody"]!["@odata.nextLink"]!;
        await Service.PlayAsync(First, Next.AnsweringWith("@odata.nextLink", itself));
        using var client = Service.Client();
        var numbers = new List<string?>();

        var (_, error) = await MeetAsync("next link loop", "list, page n", () => ListAsync(client, numbers).WaitAsync(guard));

        Assert.That(error, Is.TypeOf<FinancialsException>());
        Assert.That(error!.Message, Is.EqualTo("The service named the same next page a second time. Following it would never end."));
        Assert.That(numbers, Is.EqualTo((string[])["10000", "10400"]));
        Assert.That(await Service.JournalAsync(), Has.Count.EqualTo(2));
    }

    [TestCase("http://127.0.0.1:9/beta/financials/companies")]
    [TestCase("https://attacker.example/beta/financials/companies")]
    public async Task NextLink_ThatLeadsToAnotherPlace_IsNotFollowed(string elsewhere)
    {
        await Service.PlayAsync(First.AnsweringWith("@odata.nextLink", elsewhere));
        using var client = Service.Client();
        var numbers = new List<string?>();

        var (_, error) = await MeetAsync("next link elsewhere", "list, page n", () => ListAsync(client, numbers));

        Assert.That(error, Is.TypeOf<FinancialsException>());
        Assert.That(error!.Message, Is.EqualTo(
            $"A next link that does not lead to {Service.BaseAddress} is not followed. Continue only with a token that this service gave."));
        Assert.That(numbers, Is.EqualTo((string[])["10000"]));
    }

    private static async Task<object?> ListAsync(FinancialsClient client, List<string?> numbers)
    {
        await foreach (var page in client.Companies[Ids.Company].Customers.AsPages(pageSizeHint: 1))
        {
            numbers.AddRange(page.Items.Select(customer => customer.Number));
        }

        return null;
    }
}
