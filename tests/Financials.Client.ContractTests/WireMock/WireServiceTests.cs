using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.Operations.Documented;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>A request that is not exactly the expected one does not go unnoticed.</summary>
public class WireServiceTests
{
    private readonly WireService _service = new(SharedServer.WireMock);

    [TearDown]
    public Task Forget() => _service.ForgetAsync();

    [Test]
    public async Task Request_ThatNoStubIsFor_IsShownBesideTheNearestOne()
    {
        await _service.StubAsync(Stub.Of("Documented/Customers/updateCustomer"));

        await SendAsync(company => company.Customers.UpdateAsync(Samples.Coho with { Website = "https://coho.example" }));

        var problem = (await _service.ProblemsAsync()).Single();
        Assert.That(problem, Does.Contain("WireMock had no answer to a request.").And.Contain("<<<<< Body does not match")
            .And.Contain("\"email\" : \"accounts@coho.example\"").And.Contain("\"website\" : \"https://coho.example\""));
    }

    [Test]
    public async Task Request_WithAnOptionThatTheStubDoesNotName_IsAProblem()
    {
        await _service.StubAsync(Stub.Of("Documented/Customers/listCustomers.lookUp").Without("queryParameters", "$top"));

        await SendAsync(company => company.Customers.Where(c => c.Number == "10000").Take(2).ToListAsync());

        Assert.That((await _service.ProblemsAsync()).Single(), Does.EndWith(": the option $top was not expected"));
    }

    [Test]
    public async Task Request_WithAHeaderThatTheStubDoesNotName_IsAProblem()
    {
        await _service.StubAsync(Stub.Of("Documented/Customers/deleteCustomer").Without("headers", "If-Match"));

        await SendAsync(company => company.Customers.DeleteAsync(Samples.Coho));

        Assert.That((await _service.ProblemsAsync()).Single(), Does.EndWith(": the header If-Match was not expected"));
    }

    [Test]
    public async Task Request_OutOfItsTurn_IsAProblem()
    {
        await _service.PlayAsync(Stub.Of("Documented/Customers/getCustomer"), Stub.Of("Documented/Customers/deleteCustomer"));

        await SendAsync(company => company.Customers.DeleteAsync(Samples.Coho));

        Assert.That((await _service.ProblemsAsync()).Single(), Does.Contain("WireMock had no answer to a request."));
    }

    [Test]
    public async Task Answer_OutsideTheContract_IsNotStubbed()
    {
        var drifted = Stub.Of("Documented/Customers/getCustomer").Answering(200, """{"id":"8f2a1c30-6b7d-4e59-a1c2-3d4e5f607182","name":"Coho"}""");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _service.StubAsync(drifted));

        Assert.That(error.Message, Does.Contain("$.name is unknown to the contract"));
    }

    private async Task SendAsync(Func<CompanyClient, Task> call)
    {
        using var client = _service.Client(Surface.Documented);
        try
        {
            await call(client.Companies[Ids.Company]);
        }
        catch (FinancialsNotFoundException)
        {
            // WireMock answers with 404 where it has no answer.
        }
    }
}
