using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Resilience;

/// <summary>
/// No operation posts anything to a window's thread that blocks on it, whichever of its requests or delays is the first that it has to
/// wait for.
/// </summary>
[CancelAfter(10_000)]
public class SynchronisationContextOfOperationsTests
{
    private static readonly Customer Coho = Make.Customer(new() { Number = "C0001", DisplayName = "Coho" }, Ids.Customer, "W/\"1\"");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Stored = Reply.Json("""{"id":"{customer}","number":"C0001","displayName":"New"}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Posted = Reply.Json("""{"id":"{invoice}","number":"PSI1","status":"Open"}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Payments = Reply.Json("""{"value":[{"id":"{payment}"}]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> NoPayments = Reply.Json("""{"value":[]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Stale = Reply.Status(412);
    private static readonly Func<RecordedRequest, HttpResponseMessage> Refused = Reply.Status(400);

    private static readonly Func<RecordedRequest, HttpResponseMessage> Taken = Reply.Error(400, "Internal_EntityWithSameKeyExists", "No.");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Entry = Reply.Json("""{"value":[{"id":"{payment}","entryNumber":5}]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> File = Reply.Json("""{"id":"{attachment}","fileName":"a.txt"}""");

    private static IEnumerable<TestCaseData> Requests =>
    [
        .. Of("update", UpdateAsync, Stored),
        .. Of("update read back", UpdateAsync, Reply.Empty, Stored),
        .. Of("stale update", UpdateAsync, Stale, Stored),
        .. Of("delete", (company, token) => company.Customers.DeleteAsync(Coho, token), Reply.Empty),
        .. Of("stale delete", (company, token) => company.Customers.DeleteAsync(Coho, token), Stale, Stored),
        .. Of("get", (company, token) => company.Customers.GetAsync(Ids.Customer, token), Stored),
        .. Of("send", (company, token) => company.SalesInvoices[Ids.Invoice].SendAsync(token), Reply.Empty),
        .. Of("post", (company, token) => company.SalesInvoices[Ids.Invoice].PostAsync(token), Refused, Posted),
        .. Of("create under a taken key", (company, token) => company.Customers.CreateAsync(new() { Number = "C0001", DisplayName = "New" }, token), Taken, NoPayments),
        .. Of("payment under a taken number", PayAsync, NoPayments, NoPayments, Taken, NoPayments, Entry, NoPayments),
        .. Of("payment", PayAsync, NoPayments, NoPayments, Reply.Lost, NoPayments, Entry, NoPayments),
        .. Of("payment beside another", PayAsync, Reply.Json("""{"value":[{"id":"{payment}","lineNumber":10000}]}"""), Reply.Lost, NoPayments, Reply.Status(404)),
        .. Of("content", StoreAsync, Reply.Empty, File),
        .. Of("stale content", StoreAsync, Stale, File),
        .. Of("post a journal", (company, token) => company.PaymentJournals[Ids.Journal].PostAsync(token), Payments, Reply.Empty, NoPayments),
    ];

    private static IEnumerable<TestCaseData> Delays =>
    [
        Delay("create", (company, token) => company.Customers.CreateAsync(new() { Number = "C0001", DisplayName = "New" }, token),
            Reply.Status(503, "30"), Reply.Json("""{"value":[{"id":"{customer}","number":"C0001","displayName":"New"}]}""")),
        Delay("post", (company, token) => company.SalesInvoices[Ids.Invoice].PostAsync(token), Reply.Status(503, "30"), Posted),
        Delay("post a journal", (company, token) => company.PaymentJournals[Ids.Journal].PostAsync(token), Payments, Reply.Status(503, "30"), NoPayments),
        Delay("get", (company, token) => company.Customers.GetAsync(Ids.Customer, token), Reply.Status(503, "30"), Stored),
    ];

    [TestCaseSource(nameof(Requests))]
    public async Task Call_FirstWaitsForOneOfItsRequests_PostsNothing(
        Func<CompanyClient, CancellationToken, Task> call, int before, object replies, CancellationToken guard)
    {
        using var server = ScriptedTransport.InOrder([Stored, .. (Func<RecordedRequest, HttpResponseMessage>[])replies]);
        using var transport = new HoldingHandler(server);
        using var client = ManualClients.OfBusinessCentral(transport, new ManualTime());
        var company = client.Companies[Ids.Company];
        await company.Customers.GetAsync(Ids.Customer, guard);
        transport.HoldAfter = before;

        var posts = await SynchronisationContextTests.PostsAsync(() => EndedAsync(call(company, guard)), transport.Release, guard);

        Assert.That(posts, Is.Zero);
        Assert.That(server.Requests, Has.Count.GreaterThan(before + 1));
    }

    [TestCaseSource(nameof(Delays))]
    public async Task Call_FirstWaitsForADelay_PostsNothing(Func<CompanyClient, CancellationToken, Task> call, object replies, CancellationToken guard)
    {
        var time = new ManualTime();
        using var server = ScriptedTransport.InOrder([Stored, .. (Func<RecordedRequest, HttpResponseMessage>[])replies]);
        using var client = ManualClients.OfBusinessCentral(server, time);
        var company = client.Companies[Ids.Company];
        await company.Customers.GetAsync(Ids.Customer, guard);

        var posts = await SynchronisationContextTests.PostsAsync(
            () => EndedAsync(call(company, guard)), () => Task.Run(() => time.Advance(TimeSpan.FromSeconds(30)), guard).Wait(guard), guard);

        Assert.That(posts, Is.Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(1 + ((Func<RecordedRequest, HttpResponseMessage>[])replies).Length));
    }

    [Test]
    public async Task Call_FirstWaitsForAPlace_PostsNothing(CancellationToken guard)
    {
        using var server = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var transport = new HoldingHandler(server);
        using var client = ManualClients.Of(transport, new ManualTime(), new() { MaxConcurrentRequests = 1 });
        await client.Customers().GetAsync(Ids.Customer, guard);
        transport.HoldAfter = 0;
        var first = client.Customers().GetAsync(Ids.Customer, guard);

        var posts = await SynchronisationContextTests.PostsAsync(() => client.Customers().GetAsync(Ids.Customer, guard), transport.Release, guard);

        Assert.That(posts, Is.Zero);
        await first;
    }

    private static Task PayAsync(CompanyClient company, CancellationToken token) =>
        company.PaymentJournals[Ids.Journal].Payments.CreateAsync(new() { CustomerNumber = "C0001", DocumentNumber = "P-1", Amount = -5m }, token);

    private static Task StoreAsync(CompanyClient company, CancellationToken token) => company.SalesInvoices[Ids.Invoice].Attachments.SetContentAsync(
        Make.Attachment(new() { FileName = "a.txt" }, Ids.Attachment, "W/\"1\""), new byte[1], cancellationToken: token);

    private static Task UpdateAsync(CompanyClient company, CancellationToken token) =>
        company.Customers.UpdateAsync(Coho with { DisplayName = "New" }, cancellationToken: token);

    /// <summary>What the call says in the end is the business of other tests.</summary>
    private static Task<AggregateException?> EndedAsync(Task call) =>
        call.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>A case for each of the requests of a call.</summary>
    private static IEnumerable<TestCaseData> Of(
        string name, Func<CompanyClient, CancellationToken, Task> call, params Func<RecordedRequest, HttpResponseMessage>[] replies) =>
        replies.Select((_, before) => new TestCaseData(call, before, replies).SetArgDisplayNames(name, $"request {before + 1}"));

    private static TestCaseData Delay(
        string name, Func<CompanyClient, CancellationToken, Task> call, params Func<RecordedRequest, HttpResponseMessage>[] replies) =>
        new TestCaseData(call, replies).SetArgDisplayNames(name);
}
