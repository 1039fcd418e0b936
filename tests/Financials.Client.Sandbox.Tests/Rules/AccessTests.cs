using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Rules;

/// <summary>Who is let in, and what is where.</summary>
[TestFixture]
public sealed class AccessTests
{
    [TestCase("")]
    [TestCase("Bearer")]
    [TestCase("Bearer another")]
    [TestCase("Basic {token}")]
    [TestCase("Bearer {token}x")]
    [TestCase("Bearer {token}.")]
    [TestCase("Bearer {token}.1x")]
    public async Task Request_WithoutTheToken_IsRefused(string authorization)
    {
        await using var bench = await Bench.StartAsync();
        var answer = await bench.SendToAsync("GET /companies", null, ("Authorization", authorization.Replace("{token}", bench.Sandbox.Token, StringComparison.Ordinal)));
        Assert.That(answer.Refusal, Is.EqualTo("401 Authentication_InvalidCredentials: The server has rejected the client credentials."));
    }

    [Test]
    public async Task Request_OutsideTheService_IsNotFound()
    {
        await using var bench = await Bench.StartAsync();
        using var _ = Assert.EnterMultipleScope();
        Assert.That((await bench.SendToAsync("GET /")).Refusal, Is.EqualTo("404 BadRequest_ResourceNotFound: Resource not found for the segment ''."));
        Assert.That((await bench.SendToAsync("GET /vendors")).Refusal, Is.EqualTo("404 BadRequest_ResourceNotFound: Resource not found for the segment 'vendors'."));
        Assert.That((await bench.SendToAsync("POST /companies", "{}")).Code, Is.EqualTo("BadRequest_MethodNotAllowed"));
        Assert.That((await bench.SendToAsync("DELETE /companies/11111111-2222-4333-8444-555555555555")).Status, Is.EqualTo(405));
        Assert.That((await bench.SendToAsync("GET /companies/11111111-2222-4333-8444-555555555555")).Code, Is.EqualTo("Internal_CompanyNotFound"));
        Assert.That((await bench.SendToAsync("GET /companies/11111111-2222-4333-8444-555555555555/customers")).Code, Is.EqualTo("Internal_CompanyNotFound"));
    }

    [Test]
    public async Task Key_InParentheses_IsUnderstood()
    {
        await using var bench = await Bench.StartAsync();
        var customer = bench.Sandbox.Company.Customers[0];
        var answer = await bench.SendToAsync($"GET /companies({bench.Sandbox.Company.Id})/customers({customer.Id})/paymentTerm");
        Assert.That(answer.Json["id"]!.ToString(), Is.EqualTo(customer.PaymentTermsId.ToString()));
    }

    [Test]
    public async Task Error_Always_CarriesTheClientsRequestIdAsCorrelation()
    {
        await using var bench = await Bench.StartAsync();
        var id = Guid.NewGuid().ToString();
        var answer = await bench.SendAsync("GET /vendors", null, ("client-request-id", id));
        Assert.That(answer.Json["error"]!["message"]!.ToString(), Does.EndWith($"  CorrelationId:  {id}."));
    }

    [Test]
    public async Task Version_ThatIsStale_IsAnsweredAsTheOptionSays([Values(409, 412)] int status)
    {
        await using var bench = await Bench.StartAsync(new() { StaleStatus = status });
        var answer = await bench.SendAsync($"DELETE /customers/{bench.Sandbox.Company.Customers[0].Id}", null, ("If-Match", "W/\"b2xk\""));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Sandboxes_BesideEachOther_DoNotShareAnything()
    {
        await using var one = await Bench.StartAsync();
        await using var other = await Bench.StartAsync();
        await one.CreateAsync("/customers", """{"number":"ONLY-HERE","displayName":"A"}""");
        using var _ = Assert.EnterMultipleScope();
        Assert.That(one.Sandbox.Token, Is.Not.EqualTo(other.Sandbox.Token));
        Assert.That(one.Sandbox.Company.Id, Is.EqualTo(other.Sandbox.Company.Id), "the same seed gives the same ids");
        Assert.That(other.Sandbox.Company.Customers, Has.None.Property("Number").EqualTo("ONLY-HERE"));
        Assert.That(other.Sandbox.Requests, Is.Empty);
    }
}
