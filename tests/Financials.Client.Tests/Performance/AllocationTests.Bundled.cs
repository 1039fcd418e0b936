using System.Net;
using System.Text;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Performance;

/// <summary>
/// What calls may allocate, with everything on and a logger present. The transport completes at once, so that all of a call stays
/// on this thread and can be counted; the benchmarks measure the rest. Code that is not optimised, as tests are run, keeps its state
/// machines on the heap, and the budgets have room for that.
/// </summary>
[NonParallelizable]
public class AllocationTests
{
    private const int Calls = 200;

    private static readonly Customer Coho = new() { Number = "10000", DisplayName = "Coho Winery", Email = "ap@coho.example", CurrencyCode = "USD" };

    [Test]
    public void Create_OfACustomer_StaysWithinItsBudget() =>
        AssertBytes(4_300, client => client.Companies[Ids.Company].Customers.CreateAsync(Coho), Created);

    [Test]
    public void Get_OfACustomer_StaysWithinItsBudget() =>
        AssertBytes(4_700, client => client.Companies[Ids.Company].Customers.GetAsync(Ids.Customer), Created);

    /// <summary>As the README writes it: from the client down with each call.</summary>
    [Test]
    public void Create_ThroughFreshClients_CostsNoMoreThanThroughKeptOnes()
    {
        var payment = new CustomerPayment { LineNumber = 10_000, CustomerNumber = "10000", Amount = -1_500m };
        JournalPaymentsClient? kept = null;

        var through = BytesOf(client => (kept ??= client.Companies[Ids.Company].PaymentJournals[Ids.Journal].Payments).CreateAsync(payment), Created);
        var fresh = BytesOf(client => client.Companies[Ids.Company].PaymentJournals[Ids.Journal].Payments.CreateAsync(payment), Created);

        TestContext.Out.WriteLine($"kept {through} bytes, fresh {fresh} bytes");
        Assert.That(fresh - through, Is.LessThanOrEqualTo(200));
    }

    [Test]
    public void List_OfAThousand_StaysWithinItsBudget()
    {
        var rows = Enumerable.Range(0, 1_000).Select(i =>
            $$"""{"@odata.etag":"W/\"{{i}}\"","id":"{{new Guid(i, 0, 0, new byte[8])}}","number":"{{i}}","displayName":"Customer {{i}}","currencyCode":"USD","balance":{{i}}.50}""");
        AssertBytes(760_000, client => client.Companies[Ids.Company].Customers.ToListAsync(), $$"""{"value":[{{string.Join(',', rows)}}]}""", calls: 20);
    }

    private static string Created => $$"""{"@odata.etag":"W/\"1\"","id":"{{Ids.Customer}}","number":"10000","lineNumber":10000,"displayName":"Coho Winery"}""";

    private static void AssertBytes(long budget, Func<FinancialsClient, Task> call, string response, int calls = Calls)
    {
        var bytes = BytesOf(call, response, calls);
        TestContext.Out.WriteLine($"{bytes} bytes of {budget}");
        Assert.That(bytes, Is.LessThanOrEqualTo(budget));
    }

    private static long BytesOf(Func<FinancialsClient, Task> call, string response, int calls = Calls)
    {
        using var transport = new AtOnce(Encoding.UTF8.GetBytes(response));
        using var logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information));
        using var client = new FinancialsClient(
            TestClients.Service, new StaticTokenCredential("token"), new() { Transport = transport, LoggerFactory = logs });
        Run(calls);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;

        void Run(int count)
        {
            for (var i = 0; i < count; i++)
            {
                call(client).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>Answers everything with one body, without a pause.</summary>
    private sealed class AtOnce(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
    }
}
