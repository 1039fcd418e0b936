namespace Financials.Client.Tests.Queries;

/// <summary>Lists arrive in pages, each read when it is needed.</summary>
public class PagingTests
{
    private static readonly string[] One = ["1", "2"];
    private static readonly string[] Two = ["3", "4"];
    private static readonly string[] Three = ["5"];

    [Test]
    public async Task ToListAsync_SeveralPages_HasAllInOrder()
    {
        using var service = new PagedService(One, Two, Three);

        var all = await service.Customers.ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(c => c.Number), Is.EqualTo(["1", "2", "3", "4", "5"]));
            Assert.That(service.Requests.Select(r => r.Method), Is.All.EqualTo("GET"));
            Assert.That(service.Requests.Skip(1).Select(r => r.Target.AbsoluteUri), Is.EqualTo([PagedService.NextLink(1), PagedService.NextLink(2)]));
            Assert.That(service.Requests.Select(r => r.Headers["Authorization"]), Is.All.EqualTo("Bearer token"));
            Assert.That(service.Requests.SelectMany(r => r.Headers.Keys), Has.None.EqualTo("Prefer").IgnoreCase);
        }
    }

    [Test]
    public async Task AwaitForEach_SeveralPages_ReadsEachWhenItIsNeeded()
    {
        using var service = new PagedService(One, Two, Three);
        var customers = service.Customers.OrderBy(c => c.Number);
        Assert.That(service.Requests, Is.Empty);

        var requestsAt = new List<(string? Number, int Requests)>();
        await foreach (var customer in customers)
        {
            requestsAt.Add((customer.Number, service.Requests.Count));
        }

        Assert.That(requestsAt, Is.EqualTo(new (string?, int)[] { ("1", 1), ("2", 1), ("3", 2), ("4", 2), ("5", 3) }));
    }

    [Test]
    public async Task AwaitForEach_LeftEarly_ReadsNoFurtherPage()
    {
        using var service = new PagedService(One, Two);

        await foreach (var customer in service.Customers)
        {
            if (customer.Number == "2")
            {
                break;
            }
        }

        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AwaitForEach_Twice_AsksTwice()
    {
        using var service = new PagedService(One);
        var query = service.Customers.Where(c => c.Number != "9");

        await query.ToListAsync();
        await query.ToListAsync();

        Assert.That(service.Requests.Select(r => r.Target).Distinct(), Has.One.Items);
        Assert.That(service.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ToListAsync_EmptyPageInTheMiddle_GoesOn()
    {
        using var service = new PagedService(One, [], [], Three);

        Assert.That((await service.Customers.ToListAsync()).Select(c => c.Number), Is.EqualTo(["1", "2", "5"]));
    }

    [Test]
    public async Task FirstOrDefaultAsync_AnyMatch_AsksForOne()
    {
        using var service = new PagedService(["1"]);

        var first = await service.Customers.Where(c => c.Number == "1").Take(5).FirstOrDefaultAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first!.Number, Is.EqualTo("1"));
            Assert.That(SentQuery.OptionsOf(service.Requests.Single())["$top"], Is.EqualTo("1"));
        }
    }

    [Test]
    public async Task FirstOrDefaultAsync_EmptyPageFirst_GoesOn()
    {
        using var service = new PagedService([], Three, One);

        Assert.That((await service.Customers.FirstOrDefaultAsync())?.Number, Is.EqualTo("5"));
        Assert.That(service.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task FirstOrDefaultAsync_NoMatch_IsNull()
    {
        using var service = new PagedService([[]]);

        Assert.That(await service.Customers.FirstOrDefaultAsync(), Is.Null);
    }

    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(3, 2)]
    [TestCase(5, 3)]
    [TestCase(9, 3)]
    public async Task Take_ServiceSendsMore_StopsAtTheCount(int count, int requests)
    {
        using var service = new PagedService(One, Two, Three);

        var taken = await service.Customers.Take(count).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken.Select(c => c.Number), Is.EqualTo([.. One.Concat(Two).Concat(Three).Take(count)]));
            Assert.That(service.Requests, Has.Count.EqualTo(requests));
        }
    }

    [Test]
    public async Task AsPages_WithTake_EndsWithoutAContinuation()
    {
        using var service = new PagedService(One, Two, Three);

        var pages = await service.Customers.Take(3).AsPages().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Select(p => p.Items.Count), Is.EqualTo([2, 1]));
            Assert.That(pages[0].ContinuationToken, Is.Not.Null);
            Assert.That(pages[1].ContinuationToken, Is.Null);
        }
    }

    [Test]
    public async Task AsPages_PageSize_IsAskedForOnEveryPage()
    {
        using var service = new PagedService(One, Two, Three);

        var pages = await service.Customers.Where(c => c.Number != "+").AsPages(pageSizeHint: 2).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Select(p => p.Items.Count), Is.EqualTo([2, 2, 1]));
            Assert.That(service.Requests.Select(r => r.Headers["Prefer"]), Is.EqualTo(Enumerable.Repeat("odata.maxpagesize=2", 3)));
            Assert.That(service.Requests.Select(r => r.Target.Query), Has.None.Contain("top"));
        }
    }

    [Test]
    public async Task AsPages_TokenGivenToANewClient_GoesOnWhereItEnded()
    {
        string? token = null;
        using (var before = new PagedService(One, Two, Three))
        {
            await foreach (var page in before.Customers.Where(c => c.Number != "+").AsPages(pageSizeHint: 2))
            {
                token = page.ContinuationToken;
                break;
            }
        }

        using var after = new PagedService(One, Two, Three);
        var rest = await after.Customers.AsPages(token, pageSizeHint: 2).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rest.SelectMany(p => p.Items).Select(c => c.Number), Is.EqualTo(["3", "4", "5"]));
            Assert.That(after.Requests.Select(r => r.Target.AbsoluteUri), Is.EqualTo([PagedService.NextLink(1), PagedService.NextLink(2)]));
            Assert.That(after.Requests.Select(r => r.Headers["Prefer"]), Is.All.EqualTo("odata.maxpagesize=2"));
        }
    }
}
