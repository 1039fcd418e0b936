using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries;

namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>Order, limit, count and pages.</summary>
public sealed class PagingTests
{
    [TestCase("", "C1 C2 C3")]
    [TestCase("?$orderby=number desc", "C3 C2 C1")]
    [TestCase("?$orderby=balance", "C2 C3 C1")]
    [TestCase("?$orderby=taxLiable desc,balance asc", "C2 C1 C3")]
    [TestCase("?$orderby=blocked, lastModifiedDateTime", "C3 C1 C2")]
    [TestCase("?$orderby=address/city", "C3 C2 C1")]
    [TestCase("?$orderby=taxLiable", "C3 C1 C2")]
    public void Order_IsTheOneAskedFor_AndThenThatOfTheKey(string query, string numbers) => Assert.That(Rows.Numbers(query), Is.EqualTo(numbers));

    [TestCase("?$top=2", "C1 C2")]
    [TestCase("?$top=0", "")]
    [TestCase("?$skip=1", "C2 C3")]
    [TestCase("?$skip=1&$top=1", "C2")]
    [TestCase("?$skip=9", "")]
    public void TopAndSkip_CutOutAPart(string query, string numbers)
    {
        var page = Rows.Page(query);

        Assert.That(Rows.Numbers(page.Items), Is.EqualTo(numbers));
        Assert.That(page.NextSkipToken, Is.Null);
    }

    [TestCase("?$count=true", 3)]
    [TestCase("?$count=true&$top=1&$skip=1", 3)]
    [TestCase("?$count=true&$filter=balance gt 0", 1)]
    [TestCase("?$count=false", null)]
    [TestCase("", null)]
    public void Count_IsOfAllThatMatch(string query, int? count)
    {
        Assert.That(Rows.Page(query).Count, Is.EqualTo(count));
        Assert.That(Rows.Query(query).Count(Rows.All), count is null ? Is.EqualTo(3) : Is.EqualTo(count));
    }

    [TestCase(null, 2, 2)]
    [TestCase("odata.maxpagesize=1", 2, 1)]
    [TestCase("odata.continue-on-error, odata.maxpagesize=1", 2, 1)]
    [TestCase("MaxPageSize = 1", 2, 1)]
    [TestCase("odata.maxpagesize=50", 2, 2)]
    [TestCase("odata.maxpagesize=0", 2, 2)]
    [TestCase("odata.maxpagesize=many", 2, 2)]
    [TestCase("return-no-content", 2, 2)]
    public void PageSize_IsTheSmallerOfWhatIsAskedForAndWhatTheServiceGives(string? prefer, int largest, int size) =>
        Assert.That(Rows.Page("", largest, prefer).Items, Has.Count.EqualTo(size));

    [TestCase("", "C1 | C2 | C3")]
    [TestCase("?$orderby=balance desc", "C1 | C3 | C2")]
    [TestCase("?$orderby=taxLiable", "C3 | C1 | C2")]
    [TestCase("?$orderby=address/state", "C2 | C3 | C1")]
    [TestCase("?$orderby=lastModifiedDateTime desc,since", "C2 | C1 | C3")]
    [TestCase("?$filter=taxLiable eq true", "C1 | C2")]
    [TestCase("?$top=2", "C1 | C2")]
    [TestCase("?$skip=1", "C2 | C3")]
    [TestCase("?$skip=1&$top=1", "C2")]
    [TestCase("?$filter=number eq 'C9'", "")]
    public void Pages_OneAfterTheOther_HoldEachEntityOnce(string query, string numbers) =>
        Assert.That(string.Join(" | ", Pages(query, 1).Select(page => Rows.Numbers(page.Items))), Is.EqualTo(numbers));

    [Test]
    public void Top_LargerThanAPage_IsKeptOverPages() =>
        Assert.That(Pages("?$top=3", 2).Select(page => page.Items.Count), Is.EqualTo([2, 1]));

    [Test]
    public void Count_OnALaterPage_IsStillOfAll() =>
        Assert.That(Pages("?$count=true&$top=2", 1).Select(page => page.Count), Is.EqualTo([3, 3]));

    [Test]
    public void NextPage_AfterInsertsAndDeletes_BeginsWhereTheLastOneEnded()
    {
        var store = Enumerable.Range(1, 6).Select(Numbered).ToList();
        var first = Rows.Query("").Page(store, 3, Rows.Related);
        store.RemoveAll(row => (string?)row["number"] is "N1" or "N3");
        store.Insert(0, Numbered(0));
        store.Add(Numbered(5, "N5A"));

        var second = Rows.Query($"?$skiptoken={first.NextSkipToken}").Page(store, 10, Rows.Related);

        Assert.That(Rows.Numbers(first.Items), Is.EqualTo("N1 N2 N3"));
        Assert.That(Rows.Numbers(second.Items), Is.EqualTo("N4 N5 N5A N6"));
    }

    [Test]
    public void SkipToken_OfAnotherOrder_IsRefused()
    {
        var token = Rows.Page("?$orderby=balance", 1).NextSkipToken;

        Assert.Throws<ServiceException>(() => Rows.Query($"?$skiptoken={token}"));
    }

    [Test]
    public void SkipToken_NeedsNoEscapingInAnAddress() =>
        Assert.That(Pages("?$orderby=displayName", 1).Select(page => page.NextSkipToken).OfType<string>(), Has.All.Match("^[A-Za-z0-9_-]+$"));

    private static JsonObject Numbered(int number) => Numbered(number, $"N{number}");

    private static JsonObject Numbered(int id, string number) =>
        Rows.Row($$"""{"id":"00000000-0000-0000-0000-00000000000{{id}}","number":"{{number}}"}""");

    private static IEnumerable<QueryResult> Pages(string query, int size)
    {
        string? token = null;
        do
        {
            var page = Rows.Page(token is null ? query : $"{query}{(query.Length == 0 ? "?" : "&")}$skiptoken={token}", size);
            token = page.NextSkipToken;
            yield return page;
        }
        while (token is not null);
    }
}
