using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>API v2.0 names no next page where a query has a limit, so a limit beyond the page would cut the answer short.</summary>
public class LimitAndPagesTests
{
    [TestCase(5, null, "?$top=5")]
    [TestCase(20_000, null, "?$top=20000")]
    [TestCase(20_001, null, "")]
    [TestCase(5, 5, "?$top=5")]
    [TestCase(5, 2, "")]
    public async Task Query_OfBusinessCentralWithALimit_SendsItOnlyWhereOnePageHoldsIt(int limit, int? pageSize, string query)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var client = TestClients.BusinessCentral(transport);

        await foreach (var page in client.Companies[Ids.Company].Customers.Take(limit).AsPages(pageSizeHint: pageSize))
        {
            Assert.That(page.Items, Is.Empty);
        }

        Assert.That(Uri.UnescapeDataString(transport.Requests.Single().Target.Query), Is.EqualTo(query));
    }

    [TestCase(5, "?$top=5")]
    [TestCase(20_001, "")]
    public async Task Companies_OfBusinessCentralWithALimit_SendItOnlyWhereOnePageHoldsIt(int limit, string query)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var client = TestClients.BusinessCentral(transport);

        await client.Companies.Take(limit).ToListAsync();

        Assert.That(Uri.UnescapeDataString(transport.Requests.Single().Target.Query), Is.EqualTo(query));
    }

    [TestCase(5, 2)]
    [TestCase(20_001, null)]
    public async Task Query_OfTheDocumentedSurfaceWithALimit_SendsIt(int limit, int? pageSize)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var client = TestClients.Facade(transport);

        await foreach (var page in client.Companies[Ids.Company].Customers.Take(limit).AsPages(pageSizeHint: pageSize))
        {
            Assert.That(page.Items, Is.Empty);
        }

        Assert.That(Uri.UnescapeDataString(transport.Requests.Single().Target.Query), Is.EqualTo($"?$top={limit}"));
    }
}
