using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;

namespace Financials.Client.ContractTests.Faults;

/// <summary>Somebody else has changed the customer since it was read.</summary>
[TestFixture(nameof(Surface.Documented))]
[TestFixture(nameof(Surface.BusinessCentral))]
public class StaleVersionTests(string surface) : FaultTest
{
    public const string Changed = """{"error":{"code":"Request_EntityChanged","message":"Another user has already changed the record."}}""";

    [Test]
    public async Task Change_OfAStaleVersion_IsSentOnceAndBringsThePresentOne([Values("update", "delete")] string operation, [Values(409, 412)] int status)
    {
        var exchange = AllExchanges.Of($"{surface}/Customers/{operation}Customer");
        var present = AllExchanges.Of($"{surface}/Customers/getCustomer");
        await Service.PlayAsync(exchange.Stub.Answering(status, Changed), present.Stub);
        using var client = Service.Client(exchange.Surface, set: options => options.MaxRetries = 2);

        var (_, error) = await MeetAsync(exchange.Surface, $"stale version ({status})", operation, () => exchange.Call(client));

        var journal = await Service.JournalAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error?.Message, Is.EqualTo(
                "Somebody else has changed the record since it was read, so nothing was changed. " +
                "Repeat the change on the Current of this exception, or give its id as well, as in UpdateAsync(id, entity), to overwrite it. " +
                "The service says: Another user has already changed the record. " +
                $"[{journal[0].Method} {journal[0].Url}, HTTP {status}, Request_EntityChanged]"));
            Assert.That(ResultText.Of((error as FinancialsStaleException)?.Current), Is.EqualTo(ResultText.Of(present.Result)));
            Assert.That(journal, Has.Count.EqualTo(2));
        }
    }
}
