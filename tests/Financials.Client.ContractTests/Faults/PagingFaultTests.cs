using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>Next links that lead nowhere good.</summary>
[TestFixture(nameof(Surface.Documented))]
[TestFixture(nameof(Surface.BusinessCentral))]
[CancelAfter(60_000)]
public class PagingFaultTests(string surface) : FaultTest
{
    private readonly Surface _surface = Surface.Named(surface);
    private readonly Stub _first = Stub.Of($"{surface}/Customers/listCustomers.first");
    private readonly Stub _next = Stub.Of($"{surface}/Customers/listCustomers.next");

    [Test]
    public async Task NextLink_ThatLeadsBackToItsOwnPage_EndsTheList(CancellationToken guard)
    {
        var itself = (string)_first.Response["jsonBody"]!["@odata.nextLink"]!;
        await Service.PlayAsync(_first, _next.AnsweringWith("@odata.nextLink", itself));
        using var client = Service.Client(_surface);
        var numbers = new List<string?>();

        var (_, error) = await MeetAsync(_surface, "next link loop", "list, page n", () => ListAsync(client, numbers).WaitAsync(guard));

        Assert.That(error, Is.TypeOf<FinancialsException>());
        Assert.That(error!.Message, Is.EqualTo("The service named the same next page a second time. Following it would never end."));
        Assert.That(numbers, Is.EqualTo((string[])["10000", "10400"]));
        Assert.That(await Service.JournalAsync(), Has.Count.EqualTo(2));
    }

    [TestCase("http://127.0.0.1:9")]
    [TestCase("https://attacker.example")]
    public async Task NextLink_ThatLeadsToAnotherPlace_IsNotFollowed(string elsewhere)
    {
        await Service.PlayAsync(_first.AnsweringWith("@odata.nextLink", $"{elsewhere}{_surface.Address.AbsolutePath}/companies"));
        using var client = Service.Client(_surface);
        var numbers = new List<string?>();

        var (_, error) = await MeetAsync(_surface, "next link elsewhere", "list, page n", () => ListAsync(client, numbers));

        Assert.That(error, Is.TypeOf<FinancialsException>());
        Assert.That(error!.Message, Is.EqualTo(
            $"A next link that does not lead to {Service.BaseAddress(_surface)} is not followed. Continue only with a token that this service gave."));
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
