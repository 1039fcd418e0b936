using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>The response to the posting of a journal never arrives. The payments that the journal has left tell what happened.</summary>
public class JournalPostingFaultTests : FaultTest
{
    private static readonly Exchange Posting = AllExchanges.Of("BusinessCentral/Journals/postJournal");
    private static readonly Stub Before = Stub.Of(Posting.Before[0]);
    private static readonly Stub After = Stub.Of(Posting.After[0]);

    [Test]
    public async Task Post_ResponseLostAndPaymentsGone_IsPostedAndNotRetried()
    {
        await Service.PlayAsync(Before, Posting.Stub.Breaking(WireFault.Reset), After);

        var (posting, error) = await MeetAsync("answer lost, then posted");

        Assert.That(error, Is.Null);
        Assert.That(posting, Is.EqualTo(JournalPosting.Posted));
    }

    [Test]
    public async Task Post_ResponseLostAndPaymentsStillThere_IsUnknownAndNotRetried()
    {
        await Service.StubAsync(Before);
        await Service.StubAsync(Posting.Stub.Breaking(WireFault.Reset));

        var (_, error) = await MeetAsync("answer lost, then not posted");

        Assert.That(error, Is.TypeOf<FinancialsOutcomeUnknownException>());
        Assert.That((await Service.JournalAsync()).Select(request => request.Method), Has.Exactly(1).EqualTo("POST"));
    }

    private async Task<(object? Result, FinancialsException? Error)> MeetAsync(string fault)
    {
        using var client = Service.Client(Surface.BusinessCentral, set: options => options.MaxRetries = 3);
        return await MeetAsync(Surface.BusinessCentral, fault, "post a journal", () => Posting.Call(client));
    }
}
