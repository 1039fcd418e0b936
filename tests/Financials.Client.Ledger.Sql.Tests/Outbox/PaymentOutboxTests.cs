using Financials.Client.Ledger.Sql.Tests.Engines;
using Financials.Client.Sandbox;

namespace Financials.Client.Ledger.Sql.Tests.Outbox;

/// <summary>What is committed is sent once, what is rolled back never, and what cannot be sent waits for a decision.</summary>
[TestFixture(TestDatabase.PostgreSql)]
[TestFixture(TestDatabase.Sqlite)]
[CancelAfter(60_000)]
public class PaymentOutboxTests(string engine)
{
    private OutboxBench _bench = null!;

    [SetUp]
    public async Task StartAsync() => _bench = await OutboxBench.StartAsync(engine);

    [TearDown]
    public ValueTask EndAsync() => _bench?.DisposeAsync() ?? default;

    [Test]
    public async Task Enqueue_RolledBack_SendsNothing(CancellationToken guard)
    {
        await _bench.Database.InTransactionAsync(
            transaction => _bench.Outbox.EnqueueAsync(transaction, _bench.Journal, OutboxBench.Payment(1), cancellationToken: guard), isRolledBack: true);
        await _bench.EnqueueAsync(OutboxBench.Payment(2));

        await _bench.RunAsync(guard);

        Assert.That(_bench.Payments.Select(payment => payment.DocumentNumber), Is.EqualTo((string[])["B-2"]));
    }

    [Test]
    public async Task Enqueue_Committed_SendsEachOnceInItsOrder(CancellationToken guard)
    {
        BatchPayment[] payments = [.. Enumerable.Range(1, 450).Select(number => OutboxBench.Payment(number))];
        await _bench.EnqueueAsync(payments);

        await _bench.RunAsync(guard, options => options.ConcurrentPayments = 1);

        Assert.That(
            _bench.Payments.OrderBy(payment => payment.LineNumber).Select(payment => payment.DocumentNumber),
            Is.EqualTo(payments.Select(payment => payment.Payment.DocumentNumber)));
        Assert.That(await _bench.Database.CountAsync("payment_outbox"), Is.Zero);
        Assert.That(await _bench.Database.CountAsync("payment_ledger", "state = 'Created'"), Is.EqualTo(450));
    }

    /// <summary>The process died after the service had the payments, and before the outbox knew.</summary>
    [Test]
    public async Task Dispatch_AgainAfterACrash_SendsNoneTwice(CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(1), OutboxBench.Payment(2));
        await _bench.RunAsync(guard, options => options.KeepsDone = true);
        Assert.That(await _bench.ReadAsync(OutboxPaymentState.Done), Has.Count.EqualTo(2));
        await _bench.Database.ExecuteAsync($"UPDATE {_bench.Database.Table("payment_outbox")} SET state = 'due'");

        await _bench.RunAsync(guard, options => options.KeepsDone = true);

        Assert.That(_bench.Payments, Has.Count.EqualTo(2));
        Assert.That(await _bench.Outbox.DeleteDoneAsync(TimeSpan.FromHours(1), guard), Is.Zero);
        Assert.That(await _bench.Outbox.DeleteDoneAsync(TimeSpan.Zero, guard), Is.EqualTo(2));
    }

    [Test]
    public async Task Enqueue_SamePaymentMoreThanOnce_IsSentOnce([Values] bool isSentBetween, CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(1), OutboxBench.Payment(2));
        if (isSentBetween)
        {
            await _bench.RunAsync(guard);
        }

        await _bench.EnqueueAsync(OutboxBench.Payment(2), OutboxBench.Payment(3));
        await _bench.RunAsync(guard);

        Assert.That(_bench.Payments, Has.Count.EqualTo(3));
        Assert.That((await _bench.Outbox.GetStatusAsync(guard)).Parked, Is.Zero);
    }

    [Test]
    public async Task Enqueue_AnotherPaymentUnderAReferenceThatIsThere_IsRefusedAndNamesIt(CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(1), OutboxBench.Payment(2));

        var error = await Assert.ThrowsAsync<DuplicatePaymentException>(
            () => _bench.EnqueueAsync(OutboxBench.Payment(3), new BatchPayment("payment 2", OutboxBench.Payment(4).Payment)));

        Assert.That(error.Reference, Is.EqualTo("payment 2"));
        Assert.That(error.Message, Does.StartWith("Another payment of the ").And.Contain("'payment 2'").And.Contain(_bench.Journal.ToString()));
        await _bench.RunAsync(guard);
        Assert.That(_bench.Payments, Has.Count.EqualTo(2));
    }

    /// <summary>The outbox has forgotten what was sent, and the ledger has not.</summary>
    [Test]
    public async Task Enqueue_AnotherPaymentUnderAReferenceThatWasSent_IsParked(CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(1), OutboxBench.Payment(2));
        await _bench.RunAsync(guard);

        await _bench.EnqueueAsync(OutboxBench.Payment(3), new BatchPayment("payment 2", OutboxBench.Payment(4).Payment));
        await _bench.RunAsync(guard);

        var parked = await _bench.Outbox.ReadAsync(OutboxPaymentState.Parked, guard).ToListAsync(guard);
        Assert.That(parked.Select(payment => payment.Reference), Is.EqualTo((string[])["payment 2"]));
        Assert.That(parked[0].Reason, Does.Contain("is not the one that was sent under this reference"));
        Assert.That(_bench.Payments, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Enqueue_DocumentNumberOfAnother_IsRefused([Values] bool isInOneCall)
    {
        var same = new BatchPayment("other", OutboxBench.Payment(1).Payment with { DocumentNumber = " b-1" });
        if (!isInOneCall)
        {
            await _bench.EnqueueAsync(OutboxBench.Payment(1));
        }

        var error = await Assert.ThrowsAsync<DuplicatePaymentException>(
            () => isInOneCall ? _bench.EnqueueAsync(OutboxBench.Payment(1), same) : _bench.EnqueueAsync(same));

        Assert.That(error.Reference, Is.EqualTo("other"));
    }

    [Test]
    public async Task Enqueue_WhatNoBatchTakes_IsRefusedAtOnce()
    {
        var payment = OutboxBench.Payment(1).Payment;
        (BatchPayment Payment, string Problem)[] wrong =
        [
            (new("a", payment with { PostingDate = null }), "The payment 'a' has no posting date."),
            (new("a", payment with { LineNumber = 10_000 }), "The payment 'a' has a line number."),
            (new("a", payment with { DocumentNumber = "123456789012345678901" }), "has a document number of more than 20 characters."),
            (new(new string('a', 251), payment), "has a reference of more than 250 characters."),
            (new("a ", payment), "The reference 'a ' ends with a blank"),
        ];

        foreach (var (item, problem) in wrong)
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => _bench.EnqueueAsync(item));
            Assert.That(error.Message, Does.Contain(problem));
        }
    }

    [Test]
    public async Task Dispatch_RefusedPayment_IsParkedWithTheReasonAndSentWhenReleased(CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(1), OutboxBench.Payment(2, customer: "NOBODY"), OutboxBench.Payment(3));
        await _bench.RunAsync(guard);

        var parked = (await _bench.ReadAsync(OutboxPaymentState.Parked)).Single();
        Assert.That((parked.Reference, parked.Journal, parked.Attempts), Is.EqualTo(("payment 2", _bench.Journal, 1)));
        Assert.That(parked.Payment, Is.EqualTo(OutboxBench.Payment(2, customer: "NOBODY").Payment));
        Assert.That(parked.Reason, Does.Contain("The \"customerNumber\" does not match to a Customer."));
        Assert.That(_bench.Payments, Has.Count.EqualTo(2));

        using var client = _bench.Sandbox.CreateBusinessCentralClient();
        await client.Companies[_bench.Sandbox.Company.Id].Customers.CreateAsync(new() { Number = "NOBODY", DisplayName = "Now somebody" }, guard);
        Assert.That(await _bench.Outbox.ReleaseAsync(parked.Id, guard));
        Assert.That(await _bench.Outbox.ReleaseAsync(parked.Id, guard), Is.False, "it is parked no more");
        await _bench.RunAsync(guard);

        Assert.That(_bench.Payments, Has.Count.EqualTo(3));
        Assert.That(await _bench.ReadAsync(OutboxPaymentState.Parked), Is.Empty);
    }

    [Test]
    public async Task Remove_ParkedPayment_LetsItsReferenceBeEnqueuedAgain(CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(2, customer: "NOBODY"));
        await _bench.RunAsync(guard);
        var parked = (await _bench.ReadAsync(OutboxPaymentState.Parked)).Single();

        Assert.That(await _bench.Outbox.RemoveAsync(parked.Id, guard));
        await _bench.EnqueueAsync(OutboxBench.Payment(2));
        await _bench.RunAsync(guard);

        Assert.That(_bench.Payments, Has.Count.EqualTo(1));
    }

    /// <summary>The service has no contacts, which only the client notices; and a newer version may store what this one cannot read.</summary>
    [Test]
    public async Task Dispatch_PaymentThatCannotBeSent_IsParkedAloneAndTheOthersGoOn(CancellationToken guard)
    {
        BatchPayment[] payments = [.. Enumerable.Range(1, 30).Select(number => OutboxBench.Payment(number))];
        payments[9] = payments[9] with { Payment = payments[9].Payment with { ContactId = "CT1" } };
        await _bench.EnqueueAsync(payments);
        await _bench.Database.ExecuteAsync(
            $"UPDATE {_bench.Database.Table("payment_outbox")} SET payment = '{"{\"amount\":1,\"newer\":2}"}' WHERE reference = 'payment 20'");

        await _bench.RunAsync(guard);

        var parked = await _bench.ReadAsync(OutboxPaymentState.Parked);
        Assert.That(parked.Select(payment => payment.Reference), Is.EquivalentTo((string[])["payment 10", "payment 20"]));
        Assert.That(parked.Select(payment => payment.Reason), Has.One.Contains("ContactId").And.One.Contains("newer version"));
        Assert.That(_bench.Payments, Has.Count.EqualTo(28));
    }

    [Test]
    public async Task Dispatch_JournalThatFails_WaitsAndTellsWhyWhileOthersGoOn(CancellationToken guard)
    {
        var elsewhere = _bench.Journal with { Service = new Uri("https://elsewhere.example/api/v2.0") };
        await _bench.Database.InTransactionAsync(transaction => _bench.Outbox.EnqueueAsync(transaction, elsewhere, OutboxBench.Payment(1), cancellationToken: guard));
        await _bench.EnqueueAsync(OutboxBench.Payment(2));

        await _bench.RunUntilAsync(async () => _bench.Payments.Count == 1 && await _bench.Database.CountAsync("payment_journals", "failures > 1") == 1, guard);

        Assert.That(await _bench.Database.CountAsync("payment_journals", "last_failure LIKE '%PaymentOutboxOptions.Client%' AND service LIKE '%elsewhere%'"), Is.EqualTo(1));
        Assert.That(await _bench.ReadAsync(OutboxPaymentState.Due), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Dispatch_ServiceAwayForAWhile_SendsWhenItIsBack(CancellationToken guard)
    {
        await _bench.EnqueueAsync(OutboxBench.Payment(1));
        using (_bench.Sandbox.Faults.Add(SandboxFault.Unavailable(RetryAfterForm.None).On("GET")))
        {
            await _bench.RunUntilAsync(async () => await _bench.Database.CountAsync("payment_outbox", "attempts > 1") == 1, guard);
        }

        Assert.That((await _bench.ReadAsync(OutboxPaymentState.Due)).Single().Reason, Does.Contain("payment 1"));
        await _bench.RunAsync(guard);

        Assert.That(_bench.Payments, Has.Count.EqualTo(1));
        await _bench.RunUntilAsync(async () => await _bench.Database.CountAsync("payment_journals", "failures = 0 AND last_failure IS NULL") == 1, guard);
    }

    [Test]
    public async Task Dispatch_BeforeItsTime_SendsNothing(CancellationToken guard)
    {
        await _bench.Database.InTransactionAsync(transaction => _bench.Outbox.EnqueueAsync(
            transaction, _bench.Journal, OutboxBench.Payment(1), DateTimeOffset.UtcNow.AddDays(1), guard));
        await _bench.EnqueueAsync(OutboxBench.Payment(2));

        await _bench.RunUntilAsync(() => Task.FromResult(_bench.Payments.Count > 0), guard);

        Assert.That(_bench.Payments.Single().DocumentNumber, Is.EqualTo("B-2"));
        Assert.That(
            (await _bench.ReadAsync(OutboxPaymentState.Due)).Single().DueAt, Is.EqualTo(DateTimeOffset.UtcNow.AddDays(1)).Within(TimeSpan.FromMinutes(5)));
    }
}
