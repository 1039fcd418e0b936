using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Rules;

/// <summary>What the service makes of the payments, journals and invoices that it takes.</summary>
[TestFixture]
public sealed class PaymentTests
{
    private Bench _bench = null!;

    private string Payments => $"/customerPaymentJournals/{_bench.JournalId}/customerPayments";

    [SetUp]
    public async Task Start() => _bench = await Bench.StartAsync(new() { TimeProvider = new FixedTime() });

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Payment_WithLittleInIt_IsCompleted()
    {
        var last = _bench.Sandbox.Company.AllPayments.Max(payment => payment.LineNumber);
        var payment = await _bench.CreateAsync(Payments, """{"customerNumber":"20000","amount":-1500.10,"contactId":"CT000012"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(payment["lineNumber"]!.GetValue<int>(), Is.EqualTo(last + 10_000));
            Assert.That(payment["amount"]!.ToJsonString(), Is.EqualTo("-1500.10"), "the sign and every digit");
            Assert.That(payment["customerId"]!.ToString(), Is.EqualTo(_bench.Sandbox.Company.Customers[0].Id.ToString()));
            Assert.That(payment["description"]!.ToString(), Is.EqualTo("Adatum Corporation"));
            Assert.That(payment["postingDate"]!.ToString(), Is.EqualTo("2026-02-01"));
            Assert.That(payment["documentNumber"]!.ToString(), Is.Not.Empty);
            Assert.That(payment["journalDisplayName"]!.ToString(), Is.EqualTo("DEFAULT"));
            Assert.That(payment.ContainsKey("contactId"), Is.False);
            Assert.That(payment["lastModifiedDateTime"]!.ToString(), Is.EqualTo("2026-02-01T12:30:15.250Z"));
        }
    }

    [Test]
    public async Task Payment_RepeatedWithoutALineNumber_IsDoubled()
    {
        var before = _bench.Sandbox.Company.PaymentCount;
        await _bench.CreateAsync(Payments, """{"customerNumber":"20000","amount":-1}""");
        await _bench.CreateAsync(Payments, """{"customerNumber":"20000","amount":-1}""");
        Assert.That(_bench.Sandbox.Company.PaymentCount, Is.EqualTo(before + 2));
    }

    [Test]
    public async Task Payment_ForAnInvoiceAlone_TakesItsCustomer()
    {
        var invoice = _bench.Sandbox.Company.SalesInvoices[0];
        var payment = await _bench.CreateAsync(Payments, $$"""{"appliesToInvoiceNumber":"{{invoice.Number}}"}""");
        Assert.That((payment["customerNumber"]!.ToString(), payment["appliesToInvoiceId"]!.ToString()), Is.EqualTo((invoice.CustomerNumber, invoice.Id.ToString())));
    }

    [Test]
    public async Task Payment_AtAnAddressOfItsOwn_GetsThatIdOnce()
    {
        var id = Guid.NewGuid();
        var address = $"/customerPaymentsJournals/{_bench.JournalId}/customerPayments/{id}";
        var first = await _bench.SendAsync($"POST {address}", """{"lineNumber":500000}""");
        var second = await _bench.SendAsync($"POST {address}", """{"lineNumber":510000}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Json["id"]!.ToString(), Is.EqualTo(id.ToString()));
            Assert.That(second.Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
        }
    }

    [Test]
    public async Task Payment_WithoutAJournalInItsAddress_IsFoundByIdAndJournal()
    {
        var created = await _bench.CreateAsync("/customerPayments", """{"journalDisplayName":"default","customerNumber":"20000","amount":-3}""");
        var id = created["id"]!.ToString();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _bench.SendAsync($"GET /customerPayments/{id}")).Json["amount"]!.GetValue<decimal>(), Is.EqualTo(-3m));
            Assert.That((await _bench.SendAsync($"GET /customerPayments?$filter=id eq {id}")).Json["value"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That((await _bench.SendAsync("GET /customerPayments/$count?$filter=journalDisplayName eq 'DEFAULT' and amount eq -3")).Text, Is.EqualTo("1"));
            Assert.That((await _bench.SendAsync($"DELETE /customerPayments/{id}")).Status, Is.EqualTo(204));
            Assert.That((await _bench.SendAsync($"GET {Payments}/{id}")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task LineNumber_Changed_RenamesTheLine()
    {
        var payment = await _bench.CreateAsync(Payments, """{"lineNumber":600000}""");
        await _bench.SendAsync($"PATCH {Payments}/{payment["id"]}", """{"lineNumber":605000}""", ("If-Match", "*"));
        var taken = await _bench.SendAsync($"POST {Payments}", """{"lineNumber":605000}""");
        var free = await _bench.SendAsync($"POST {Payments}", """{"lineNumber":600000}""");
        Assert.That((taken.Code, free.Status), Is.EqualTo(("Internal_EntityWithSameKeyExists", 201)));
    }

    [Test]
    public async Task Journal_RenamedAndDeleted_TakesItsLinesAlong()
    {
        var journal = await _bench.CreateAsync("/customerPaymentJournals", """{"code":"edi"}""");
        var payment = await _bench.CreateAsync($"/customerPaymentJournals/{journal["id"]}/customerPayments", """{"amount":-1}""");
        await _bench.SendAsync($"PATCH /customerPaymentJournals/{journal["id"]}", """{"code":"EDI-2"}""", ("If-Match", "*"));
        var renamed = (await _bench.SendAsync($"GET /customerPayments/{payment["id"]}")).Json["journalDisplayName"]!.ToString();
        var count = _bench.Sandbox.Company.PaymentCount;
        await _bench.SendAsync($"DELETE /customerPaymentJournals/{journal["id"]}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(renamed, Is.EqualTo("EDI-2"));
            Assert.That(_bench.Sandbox.Company.PaymentCount, Is.EqualTo(count - 1));
            Assert.That((await _bench.SendAsync($"GET /customerPayments/{payment["id"]}")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Invoice_WithACustomerAlone_IsCompletedFromIt()
    {
        var invoice = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"20000","invoiceDate":"2026-01-31"}""");
        var customer = _bench.Sandbox.Company.Customers[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(invoice["status"]!.ToString(), Is.EqualTo("Draft"));
            Assert.That(invoice["customerName"]!.ToString(), Is.EqualTo(customer.DisplayName));
            Assert.That(invoice["billToCustomerNumber"]!.ToString(), Is.EqualTo("20000"));
            Assert.That(invoice["sellingPostalAddress"]!["city"]!.ToString(), Is.EqualTo("Atlanta"));
            Assert.That(invoice["paymentTermsId"]!.ToString(), Is.EqualTo(customer.PaymentTermsId.ToString()));
            Assert.That(invoice["dueDate"]!.ToString(), Is.EqualTo("2026-03-02"), "thirty days");
            Assert.That(invoice["currencyCode"]!.ToString(), Is.EqualTo("USD"));
        }
    }

    [Test]
    public async Task Invoice_PostedAndCanceled_MovesTheBalance()
    {
        var draft = _bench.Sandbox.Company.SalesInvoices.First(invoice => invoice.Status == Client.SalesInvoiceStatus.Draft);
        decimal? Balance() => _bench.Sandbox.Company.Customers.Single(customer => customer.Id == draft.CustomerId).Balance;
        var before = Balance();
        await _bench.SendAsync($"POST /salesInvoices/{draft.Id}/post");
        var posted = Balance();
        await _bench.SendAsync($"POST /salesInvoices/{draft.Id}/cancel");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(posted, Is.EqualTo(before + draft.TotalAmountIncludingTax));
            Assert.That(Balance(), Is.EqualTo(before));
            Assert.That((await _bench.SendAsync($"POST /salesInvoices/{draft.Id}/cancel")).Message, Is.EqualTo("The invoice cannot be canceled because it has already been canceled."));
            Assert.That((await _bench.SendAsync($"DELETE /salesInvoices/{draft.Id}")).Status, Is.EqualTo(400));
        }
    }

    [Test]
    public async Task Invoice_PostedAndSentWithoutAnAddress_IsPostedAllTheSame()
    {
        await _bench.CreateAsync("/customers", """{"displayName":"A","number":"MUTE"}""");
        var invoice = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"MUTE"}""");
        var answer = await _bench.SendAsync($"POST /salesInvoices/{invoice["id"]}/postAndSend");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Message, Is.EqualTo("The send-to email is empty. Specify email either for the customer or for the invoice in email preview."));
            Assert.That((await _bench.SendAsync($"GET /salesInvoices/{invoice["id"]}")).Json["status"]!.ToString(), Is.EqualTo("Open"));
        }
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 2, 1, 12, 30, 15, 250, TimeSpan.Zero);
    }
}
