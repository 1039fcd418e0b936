using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>
/// Requests without a body, on a connection that has been used before and is closed in an orderly way in the place of an answer.
/// The transport of .NET takes such a connection for one that was idle too long and sends the request again by itself.
/// </summary>
[TestFixture]
public sealed class UnansweredTests
{
    [Test]
    public async Task Send_WhoseAnswerIsLost_IsSentOnceAndItsOutcomeUnknown()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.Company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerNumber = "20000" });
        bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/send"));
        bench.Sandbox.ClearRequests();

        Assert.That(async () => await bench.Company.SalesInvoices[draft.Id!.Value].SendAsync(), Throws.InstanceOf<FinancialsOutcomeUnknownException>());

        Assert.That(bench.Sandbox.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Delete_WhoseAnswerIsLost_IsDoneWhenItsRepeatFindsNothing()
    {
        await using var bench = await Bench.StartAsync();
        var customer = await bench.Company.Customers.CreateAsync(new Customer { DisplayName = "A" });
        bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("DELETE").Times(1));

        await bench.Company.Customers.DeleteAsync(customer);

        Assert.That(bench.Sandbox.Requests[^1].Status, Is.EqualTo(404));
    }
}
