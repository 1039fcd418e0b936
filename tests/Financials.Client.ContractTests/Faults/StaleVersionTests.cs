using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>Somebody else has changed the customer since it was read.</summary>
public class StaleVersionTests : FaultTest
{
    public const string Changed = """{"error":{"code":"Request_EntityChanged","message":"Another user has already changed the record."}}""";

    [Test]
    public async Task Change_OfAStaleVersion_IsSentOnceAndBringsThePresentOne([Values("update", "delete")] string operation, [Values(409, 412)] int status)
    {
        var exchange = AllExchanges.Of($"Customers/{operation}Customer");
        await Service.PlayAsync(exchange.Stub.Answering(status, Changed), Stub.Of("Customers/getCustomer"));
        using var client = Service.Client(set: options => options.MaxRetries = 2);

        var (_, error) = await MeetAsync($"stale version ({status})", operation, () => exchange.Call(client));

        var journal = await Service.JournalAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error?.Message, Is.EqualTo(
                "Somebody else has changed the record since it was read, so nothing was changed. " +
                "Repeat the change on the Current of this exception, or use overwrite: true. " +
                "The service says: Another user has already changed the record. " +
                $"[{journal[0].Method} {journal[0].Url}, HTTP {status}, Request_EntityChanged]"));
            Assert.That(ResultText.Of((error as FinancialsStaleException)?.Current), Is.EqualTo(ResultText.Of(Samples.Coho)));
            Assert.That(journal, Has.Count.EqualTo(2));
        }
    }
}
