using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>A create that is cancelled on its way tells what to look for.</summary>
[CancelAfter(20_000)]
public class CancelledCreateTests
{
    private static readonly CustomerPayment Payment = new() { CustomerNumber = "C0001", Amount = -100, DocumentNumber = "PAY-1" };

    [Test]
    public async Task Create_CancelledInFlight_TellsTheKeyThatWasSent(CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("POST", Cancelling(caller));
        var (journal, set) = Journals.New();
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsCanceledException>(() => client.Payments(journal).CreateAsync(Payment, caller.Token));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((CustomerPayment)error.Entity).LineNumber, Is.EqualTo(server[set].Rows.Single()["lineNumber"]!.GetValue<int>()));
            Assert.That(error.ClientRequestId, Is.EqualTo(server.Requests[^1].Headers["client-request-id"]));
            Assert.That(error.CancellationToken, Is.EqualTo(caller.Token));
            Assert.That(error.Message, Does.Contain("may or may not have executed it"));
        }
    }

    [Test]
    public async Task Create_CancelledWhileItsLostResponseIsReconciled_TellsTheKey(CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now)).Script("GET", Cancelling(caller));
        using var client = server.Client();
        var coho = new Customer { Number = "10000", DisplayName = "Coho Winery" };

        var error = await Assert.ThrowsAsync<FinancialsCanceledException>(() => client.Customers().CreateAsync(coho, caller.Token));

        Assert.That(error.Entity, Is.EqualTo(coho));
    }

    [Test]
    public async Task Create_CancelledBeforeAnythingCanHaveBeenExecuted_IsJustCancelled(CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("GET", Cancelling(caller));
        var (journal, _) = Journals.New();
        using var client = server.Client();

        var error = await Assert.CatchAsync<OperationCanceledException>(() => client.Payments(journal).CreateAsync(Payment, caller.Token));

        Assert.That(error, Is.Not.InstanceOf<FinancialsCanceledException>());
        Assert.That(server.Sent("POST"), Is.Zero);
    }

    [Test]
    public async Task Create_CancelledBeforeItIsSent_IsJustCancelled()
    {
        using var server = new ModelServer();
        using var client = server.Client();

        var error = await Assert.CatchAsync<OperationCanceledException>(
            () => client.Customers().CreateAsync(new() { Number = "1", DisplayName = "Coho" }, new CancellationToken(canceled: true)));

        Assert.That(error, Is.Not.InstanceOf<FinancialsCanceledException>());
    }

    [Test]
    public async Task Create_CancelledWhileTheHolderOfItsKeyIsRead_IsJustCancelled(CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("GET", Cancelling(caller));
        server["customers"].Insert(new() { ["number"] = "1", ["displayName"] = "Northwind" });
        using var client = server.Client();

        var error = await Assert.CatchAsync<OperationCanceledException>(() => client.Customers().CreateAsync(new() { Number = "1", DisplayName = "Coho" }, caller.Token));

        Assert.That(error, Is.Not.InstanceOf<FinancialsCanceledException>());
    }

    [Test]
    public async Task Create_CancelledInItsRetryAfterALostResponse_TellsTheKey(CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never), Cancelling(caller));
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsCanceledException>(() => client.Customers().CreateAsync(new() { Number = "1", DisplayName = "Coho" }, caller.Token));
    }

    private static ModelFault Cancelling(CancellationTokenSource caller) => new("cancelled", ModelExecution.Now, async (_, _, token) =>
    {
        await caller.CancelAsync();
        token.ThrowIfCancellationRequested();
        throw new InvalidOperationException("The attempt does not know that it is cancelled.");
    });
}
