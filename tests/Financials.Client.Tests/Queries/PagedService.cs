using System.Text.Json;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>A service that hands out a list in pages of the test's choice; each page names the next one.</summary>
internal sealed class PagedService : IDisposable
{
    private readonly string[][] _pages;
    private readonly FinancialsClient _client;

    /// <param name="pages">The customers' numbers, page by page.</param>
    public PagedService(params string[][] pages)
    {
        _pages = pages;
        Transport = new ScriptedTransport(Answer);
        _client = TestClients.Facade(Transport);
    }

    public ScriptedTransport Transport { get; }

    public List<RecordedRequest> Requests => Transport.Requests;

    public CustomersClient Customers => _client.Company().Customers;

    public static string NextLink(int page) => $"{TestClients.BaseAddress}/companies/odd(id)/customers?$filter=number%20ne%20'%2B'&$skiptoken=p%25{page}";

    /// <summary>A page as JSON.</summary>
    public static string Page(IEnumerable<string> numbers, string? nextLink = null) => JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["@odata.context"] = "https://service.example/$metadata#customers",
            ["value"] = numbers.Select(number => new { id = Guid.NewGuid(), number }),
            ["@odata.nextLink"] = nextLink,
        }.Where(member => member.Value is not null).ToDictionary());

    public void Dispose()
    {
        _client.Dispose();
        Transport.Dispose();
    }

    private HttpResponseMessage Answer(RecordedRequest request)
    {
        var asked = request.Target.Query.Split("$skiptoken=p%25");
        var page = asked.Length > 1 ? int.Parse(asked[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        return ScriptedTransport.Json(Page(_pages[page], page + 1 < _pages.Length ? NextLink(page + 1) : null));
    }
}
