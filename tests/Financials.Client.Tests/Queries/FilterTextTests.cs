using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>A text is a value and nothing else, whatever is in it.</summary>
public class FilterTextTests
{
    [Test]
    public void Where_AnyText_StaysOneLiteral() => PropertyCheck.HoldsForTexts(text =>
    {
        var filter = SentQuery.FilterAsync(company => company.Customers.Where(c => c.DisplayName == text)).GetAwaiter().GetResult();

        Assert.That(filter, Is.EqualTo($"displayName eq '{text.Replace("'", "''", StringComparison.Ordinal)}'"));
    });

    [Test]
    public async Task Where_TextWithReservedCharacters_ArrivesOverASocket()
    {
        await using var server = await LoopbackServer.StartAsync(200, SentQuery.NoEntities);
        using var client = new FinancialsClient(
            FinancialsService.Documented(new Uri(server.Address, "/beta/financials"), "scope"), new StaticTokenCredential("token"));

        await client.Company().Customers.Where(c => c.DisplayName == "A&B #1 50% a+b 'q' æ漢😀").ToListAsync();

        Assert.That(
            SentQuery.OptionsOf(server.Requests.Single())["$filter"],
            Is.EqualTo("displayName eq 'A&B #1 50% a+b ''q'' æ漢😀'"));
    }
}
