using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>An answer that breaks off is an error of this package like any other, whatever was read before.</summary>
public class BrokenAnswerTests
{
    [TestCase(200, """{"id":""")]
    [TestCase(201, "")]
    [TestCase(400, """{"error":{"code":"c","message":""")]
    [TestCase(502, "<html>")]
    public async Task CreateAsync_ConnectionLostWithinTheAnswer_IsAnErrorOfThisPackage(int status, string beginning)
    {
        using var transport = new ScriptedTransport(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new BrokenContent(beginning) });
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(
            () => client.Companies[Ids.Company].Customers.CreateAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(error!.Method, Is.EqualTo("POST"));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ToListAsync_ConnectionLostWithinAPage_IsAnErrorOfThisPackage()
    {
        using var transport = new ScriptedTransport(_ => new HttpResponseMessage { Content = new BrokenContent("""{"value":[""") });
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Companies[Ids.Company].Customers.ToListAsync());

        Assert.That(error!.Method, Is.EqualTo("GET"));
    }

    [TestCase("<html>Please sign in</html>")]
    [TestCase("""{"id":"not an id"}""")]
    public async Task GetAsync_AnswerOfAnotherShape_IsAnErrorOfThisPackage(string answer)
    {
        using var transport = ScriptedTransport.Answering(answer);
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Companies[Ids.Company].Customers.GetAsync(Ids.Customer));

        Assert.That(error!.Method, Is.EqualTo("GET"));
    }

    [TestCase("\"text\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"taxLiable":"Boolean"}""")]
    [TestCase("""{"error":{"code":"Internal_ServerError","message":"It broke."}}""")]
    public async Task GetAsync_ResponseThatIsNoRecord_IsAnErrorOfThisPackage(string answer)
    {
        using var transport = ScriptedTransport.Answering(answer);
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Companies[Ids.Company].Customers.GetAsync(Ids.Customer));

        Assert.That(error!.Method, Is.EqualTo("GET"));
    }

    [Test]
    public async Task ToListAsync_NullInThePlaceOfAnEntity_IsAnErrorOfThisPackage()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[null]}""");
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsException>(() => client.Companies[Ids.Company].Customers.ToListAsync());

        Assert.That(error!.Message, Does.Contain("is not what its contract says"));
    }
}
