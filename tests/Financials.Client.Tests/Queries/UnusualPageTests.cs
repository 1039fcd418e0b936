using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>Pages that lead astray, and pages from a later version of the service.</summary>
public class UnusualPageTests
{
    private static readonly string[] AnyNumber = ["1"];

    [TestCase("https://elsewhere.example/beta/financials/companies/1/customers?$skiptoken=2", TestName = "{m}(other host)")]
    [TestCase("https://service.example.evil.example/beta/financials/companies/1/customers", TestName = "{m}(host that begins alike)")]
    [TestCase("https://service.example@evil.example/beta/financials/companies/1/customers", TestName = "{m}(host as a user name)")]
    [TestCase("https://service.example:8443/beta/financials/companies/1/customers?$skiptoken=2", TestName = "{m}(other port)")]
    [TestCase("http://service.example/beta/financials/companies/1/customers?$skiptoken=2", TestName = "{m}(other scheme)")]
    [TestCase("https://service.example/admin/users", TestName = "{m}(another path of the host)")]
    [TestCase("https://service.example/beta/financials/../../admin/users", TestName = "{m}(a path out of the service)")]
    [TestCase("https://service.example/beta/financialsecrets", TestName = "{m}(a path that begins alike)")]
    [TestCase("/beta/financials/companies/1/customers?$skiptoken=2", TestName = "{m}(no host)")]
    [TestCase("customers?$skiptoken=2", TestName = "{m}(relative)")]
    [TestCase("file:///etc/hosts", TestName = "{m}(file)")]
    [TestCase("not a link", TestName = "{m}(no link)")]
    [TestCase(" ", TestName = "{m}(blank)")]
    public async Task NextLink_NotOfTheService_IsNotFollowed(string link)
    {
        using var transport = ScriptedTransport.Answering(PagedService.Page(AnyNumber, link));
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers;

        var afterAPage = await Assert.ThrowsAsync<FinancialsException>(() => customers.ToListAsync());
        var sent = transport.Requests.Count;
        var asAToken = await Assert.ThrowsAsync<FinancialsException>(async () => await customers.AsPages(link).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent, Is.EqualTo(1));
            Assert.That(transport.Requests, Has.Count.EqualTo(1));
            Assert.That(afterAPage!.Message, Does.StartWith("A next link that does not lead to https://service.example/beta/financials is not followed."));
            Assert.That(asAToken!.Message, Does.EndWith("Continue only with a token that this service gave."));
        }
    }

    [Test]
    public async Task NextLink_RepeatedByThePage_ThrowsInsteadOfLooping()
    {
        using var transport = ScriptedTransport.Answering(PagedService.Page(AnyNumber, PagedService.NextLink(1)));
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsException>(() => client.Company().Customers.ToListAsync());

        Assert.That(error!.Message, Does.StartWith("The service named the same next page a second time."));
        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task NextLink_RepeatedInALongerRound_ThrowsInsteadOfLooping()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Json(
            PagedService.Page(AnyNumber, PagedService.NextLink(request.Target.Query.EndsWith("p%251", StringComparison.Ordinal) ? 2 : 1))));
        using var client = TestClients.Facade(transport);

        await Assert.ThrowsAsync<FinancialsException>(async () => await client.Company().Customers.AsPages(PagedService.NextLink(1)).ToListAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task AwaitForEach_CancelledBetweenPages_ReadsNoFurtherPage()
    {
        using var service = new PagedService(["1", "2"], ["3"]);
        using var stop = new CancellationTokenSource();
        var seen = new List<string?>();

        var cancelled = await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var customer in service.Customers.OrderBy(c => c.Number).WithCancellation(stop.Token))
            {
                seen.Add(customer.Number);
                await stop.CancelAsync();
            }
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(["1", "2"]), "what has arrived is still given");
            Assert.That(cancelled!.CancellationToken, Is.EqualTo(stop.Token));
            Assert.That(service.Requests, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task ToListAsync_CancelledBefore_SendsNothing()
    {
        using var service = new PagedService(AnyNumber);

        await Assert.CatchAsync<OperationCanceledException>(() => service.Customers.ToListAsync(new CancellationToken(canceled: true)));
        await Assert.CatchAsync<OperationCanceledException>(() => service.Customers.FirstOrDefaultAsync(new CancellationToken(canceled: true)));

        Assert.That(service.Requests, Is.Empty);
    }

    [TestCase("{}")]
    [TestCase("""{"value":null}""")]
    [TestCase("""{"values":[{"number":"1"}]}""")]
    [TestCase("""{"number":"1"}""")]
    [TestCase("")]
    [TestCase("null")]
    public async Task Page_WithoutItsEntities_IsAnErrorAndNotAnEmptyList(string json)
    {
        using var transport = ScriptedTransport.Answering(json);
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsException>(() => client.Company().Customers.ToListAsync());

        Assert.That(error!.Message, Does.Contain("is not what its contract says").Or.Contain("something else than a list of Customer entities"));
    }

    [Test]
    public async Task SecondPage_Refused_ThrowsAfterTheFirstWasGiven()
    {
        using var transport = new ScriptedTransport(request => request.Target.Query.Contains("skiptoken", StringComparison.Ordinal)
            ? ScriptedTransport.Json("""{"error":{"code":"Internal_ServerError","message":"Oh."}}""", HttpStatusCode.InternalServerError)
            : ScriptedTransport.Json(PagedService.Page(AnyNumber, PagedService.NextLink(1))));
        using var client = TestClients.Facade(transport);
        var seen = new List<string?>();

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(async () =>
        {
            await foreach (var customer in client.Company().Customers)
            {
                seen.Add(customer.Number);
            }
        });

        Assert.That(seen, Is.EqualTo(AnyNumber));
        Assert.That(error!.Code, Is.EqualTo("Internal_ServerError"));
    }

    [Test]
    public async Task Page_FromALaterVersion_IsReadToTheEnd()
    {
        using var transport = ScriptedTransport.Answering(
            """
            {"@odata.context":"x","@odata.count":3,"@microsoft.graph.tips":["use $select"],"value":[
            {"@odata.etag":"W/\"1\"","number":"1","type":"Robot","blocked":"Returns","loyalty":{"points":[1,{"of":2}]},"score":1e400},
            {"number":"2","type":"Person","blocked":" ","loyalty":null},
            {"number":"3","type":"","blocked":"","newFlag":true}]}
            """);
        using var client = TestClients.Facade(transport);

        var customers = await client.Company().Customers.ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customers.Select(c => c.Number), Is.EqualTo(["1", "2", "3"]));
            Assert.That(customers.Select(c => c.Type), Is.EqualTo(new CustomerType?[] { new("Robot"), CustomerType.Person, null }));
            Assert.That(customers.Select(c => c.Blocked), Is.EqualTo(new CustomerBlocked?[] { new("Returns"), CustomerBlocked.None, CustomerBlocked.None }));
        }
    }
}
