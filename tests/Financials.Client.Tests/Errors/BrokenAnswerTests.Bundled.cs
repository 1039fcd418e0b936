using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

// Kiota's own runtime reads a value of another type than the contract's as one that is absent, so in the official lane these
// answers become entities without members.
public partial class BrokenAnswerTests
{
    [TestCase("\"text\"")]
    [TestCase("[]")]
    [TestCase("""{"taxLiable":"Boolean"}""")]
    public async Task GetAsync_AnswerWithValuesOfOtherTypes_IsAnErrorOfThisPackage(string answer)
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

        Assert.That(error!.Message, Does.Contain("answered without the Customer"));
    }
}
