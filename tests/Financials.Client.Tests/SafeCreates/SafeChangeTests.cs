using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>Updates, deletes and actions whose answers are lost.</summary>
[CancelAfter(20_000)]
public class SafeChangeTests
{
    private static IEnumerable<TestCaseData> Actions =>
    [
        Action("post", (invoice, guard) => invoice.PostAsync(guard)),
        Action("send", (invoice, guard) => invoice.SendAsync(guard)),
        Action("postAndSend", (invoice, guard) => invoice.PostAndSendAsync(guard)),
        Action("cancel", (invoice, guard) => invoice.CancelAsync(guard)),
        Action("cancelAndSend", (invoice, guard) => invoice.CancelAndSendAsync(guard)),
    ];

    [Test]
    public async Task Update_AnswerLostTwiceAndStoredTheFirstTime_IsASuccess(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        server.Script("PATCH", ModelFault.Reset(ModelExecution.Now), ModelFault.Reset(ModelExecution.Never));

        var updated = await client.Customers().UpdateAsync(customer with { DisplayName = "Coho Winery" }, cancellationToken: guard);

        Assert.That(updated.DisplayName, Is.EqualTo("Coho Winery"));
        Assert.That(server.Sent("PATCH"), Is.EqualTo(3));
    }

    [Test]
    public async Task Update_AnswerLostAndStored_IsASuccess(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        server.Script("PATCH", ModelFault.Reset(ModelExecution.Now));

        var updated = await client.Customers().UpdateAsync(customer with { DisplayName = "Coho Winery" }, cancellationToken: guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(updated.DisplayName, Is.EqualTo("Coho Winery"));
            Assert.That(updated.ETag, Is.Not.EqualTo(customer.ETag));
            Assert.That(server.Methods, Is.EqualTo("POST PATCH PATCH GET"));
        }
    }

    [Test]
    public async Task Update_AnswerLostAndChangedBySomebodyElse_IsStaleWithCurrent(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        server.Script("PATCH", ModelFault.Reset(ModelExecution.Never));
        server["customers"].Update(server["customers"].Rows.Single(), new() { ["displayName"] = "Northwind" });

        var error = await Assert.ThrowsAsync<FinancialsStaleException>(
            () => client.Customers().UpdateAsync(customer with { DisplayName = "Coho Winery" }, cancellationToken: guard));

        Assert.That(((Customer)error.Current!).DisplayName, Is.EqualTo("Northwind"));
        Assert.That(error.Message, Does.Contain("or an attempt of this request whose response was lost").And.Not.Contain("nothing was changed"));
    }

    [Test]
    public async Task Update_StaleAtTheFirstAttempt_IsStaleEvenIfEqual(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        server["customers"].Update(server["customers"].Rows.Single(), new() { ["displayName"] = "Coho Winery" });

        var error = await Assert.ThrowsAsync<FinancialsStaleException>(
            () => client.Customers().UpdateAsync(customer with { DisplayName = "Coho Winery" }, cancellationToken: guard));

        Assert.That(((Customer)error.Current!).DisplayName, Is.EqualTo("Coho Winery"));
    }

    [Test]
    public async Task Delete_AnswerLostAndDeleted_IsASuccess(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        server.Script("DELETE", ModelFault.Reset(ModelExecution.Now));

        await client.Customers().DeleteAsync(customer, guard);

        Assert.That(server["customers"].Rows, Is.Empty);
        Assert.That(server.Sent("DELETE"), Is.EqualTo(2));
    }

    [Test]
    public async Task Delete_GoneBeforeTheFirstAttempt_IsNotFound(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsNotFoundException>(() => client.Customers().DeleteAsync(Ids.Customer, guard));
    }

    [TestCaseSource(nameof(Actions))]
    public async Task Action_AnswerLost_IsSentOnce(Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        foreach (var fault in ModelFault.Ambiguous.Select(make => make(ModelExecution.Never)).Where(fault => fault.Name is not ("html" or "truncated")))
        {
            using var server = new ModelServer().Script("POST", fault);
            using var client = server.Client();

            var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
                () => run(client.Companies[Ids.Company].SalesInvoices[Ids.Invoice], guard));

            Assert.That(error.Entity, Is.Null);
            Assert.That(server.Sent("POST"), Is.EqualTo(1), fault.Name);
        }
    }

    [TestCase("POST")]
    [TestCase("GET")]
    public async Task Create_Cancelled_StaysCancelled(string during, CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        server.Arriving = request =>
        {
            if (request.Method == during)
            {
                caller.Cancel();
                caller.Token.ThrowIfCancellationRequested();
            }
        };
        using var client = server.Client();

        var error = await Assert.CatchAsync<OperationCanceledException>(
            () => client.Customers().CreateAsync(new() { Number = "C0001", DisplayName = "Coho" }, caller.Token));

        Assert.That(error!.CancellationToken, Is.EqualTo(caller.Token));
    }

    [Test]
    public async Task Create_CancelledBetweenAttempts_StaysCancelled(CancellationToken guard)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(guard);
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        server.Time.DelayBegun += _ => caller.Cancel();
        using var client = server.Client();

        await Assert.CatchAsync<OperationCanceledException>(
            () => client.Customers().CreateAsync(new() { Number = "C0001", DisplayName = "Coho" }, caller.Token));

        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    private static TestCaseData Action(string name, Func<SalesInvoiceClient, CancellationToken, Task> run) => new TestCaseData(run).SetArgDisplayNames(name);
}
