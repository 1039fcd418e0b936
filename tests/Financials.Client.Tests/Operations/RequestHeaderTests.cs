using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>The language of messages, and the copy of the database that answers reads.</summary>
public class RequestHeaderTests
{
    private const string NoEntities = """{"value":[]}""";

    [Test]
    public async Task Calls_WithoutOptions_LeaveBothToTheService()
    {
        var requests = await SentAsync(new FinancialsClientOptions(), company => company.Customers.ToListAsync());

        Assert.That(requests.Single().Headers.Keys, Has.None.EqualTo("Accept-Language").And.None.EqualTo("Data-Access-Intent"));
    }

    [Test]
    public async Task Calls_WithALanguage_SendItWithEveryRequest()
    {
        var requests = await SentAsync(new() { Language = "de-DE" }, async company =>
        {
            await company.Customers.ToListAsync();
            await company.Customers.DeleteAsync(Ids.Customer);
        });

        Assert.That(requests.Select(request => request.Headers["Accept-Language"]), Is.EqualTo((string[])["de-DE", "de-DE"]));
    }

    [TestCase(ReadIntent.ReadOnly, "ReadOnly")]
    [TestCase(ReadIntent.ReadWrite, "ReadWrite")]
    public async Task Reads_WithAnIntent_SendIt(ReadIntent intent, string header)
    {
        var requests = await SentAsync(new() { ReadIntent = intent }, async company =>
        {
            await company.Customers.GetAsync(Ids.Customer);
            await company.Customers.ToListAsync();
            await company.Customers.CountAsync();
            await company.Customers[Ids.Customer].GetCurrencyAsync();
        });

        Assert.That(requests.Select(request => request.Headers["Data-Access-Intent"]), Is.EqualTo(Enumerable.Repeat(header, 4)));
    }

    /// <summary>The service refuses the intent on anything but GET.</summary>
    [Test]
    public async Task Writes_WithAnIntent_DoNotSendIt()
    {
        var requests = await SentAsync(new() { ReadIntent = ReadIntent.ReadOnly }, async company =>
        {
            await company.Customers.CreateAsync(new Customer { DisplayName = "Coho Winery" });
            await company.Customers.UpdateAsync(FinancialsModelFactory.Customer(new Customer(), Ids.Customer, etag: "W/\"1\"") with { DisplayName = "Coho" });
            await company.Customers.DeleteAsync(Ids.Customer);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(requests.Select(request => request.Method), Is.EqualTo((string[])["POST", "PATCH", "DELETE"]));
            Assert.That(requests.SelectMany(request => request.Headers.Keys), Has.None.EqualTo("Data-Access-Intent"));
        }
    }

    /// <summary>A replica lags: the customer whose response was lost might not be in it yet, and would be created a second time.</summary>
    [Test]
    public async Task LookUpOfACreate_WithReadIntentReadOnly_AsksThePrimaryDatabase()
    {
        var requests = await SentAsync(
            new() { ReadIntent = ReadIntent.ReadOnly, TimeProvider = new ManualTime { SkipsDelays = true } },
            company => company.Customers.CreateAsync(new Customer { Number = "10000", DisplayName = "Coho Winery" }),
            loseFirst: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(requests.Select(request => request.Method), Is.EqualTo((string[])["POST", "GET", "POST"]));
            Assert.That(requests.SelectMany(request => request.Headers.Keys), Has.None.EqualTo("Data-Access-Intent"));
        }
    }

    /// <summary>The highest line number decides on the next one.</summary>
    [Test]
    public async Task LineNumberOfAPayment_WithReadIntentReadOnly_ComesFromThePrimaryDatabase()
    {
        var requests = await SentAsync(
            new() { ReadIntent = ReadIntent.ReadOnly },
            company => company.PaymentJournals[Guid.NewGuid()].Payments.CreateAsync(new CustomerPayment { CustomerNumber = "10000", Amount = -1m }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(requests.Select(request => request.Method), Is.EqualTo((string[])["GET", "POST"]));
            Assert.That(requests.SelectMany(request => request.Headers.Keys), Has.None.EqualTo("Data-Access-Intent"));
        }
    }

    [TestCase("")]
    [TestCase("de-DE\r\nX-Evil: 1")]
    [TestCase("de DE")]
    public void Client_LanguageThatIsNone_IsRefused(string language)
    {
        var error = Assert.Throws<ArgumentException>(() => TestClients.Facade(new FinancialsClientOptions { Language = language }));

        Assert.That(error.Message, Is.EqualTo("The options cannot work: Language has to be a language tag such as de-DE."));
    }

    [Test]
    public void Client_IntentThatIsNone_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => TestClients.Facade(new FinancialsClientOptions { ReadIntent = (ReadIntent)7 }));

        Assert.That(error.Message, Is.EqualTo("The options cannot work: ReadIntent has to be ReadOnly or ReadWrite."));
    }

    private static async Task<List<RecordedRequest>> SentAsync(FinancialsClientOptions options, Func<CompanyClient, Task> call, bool loseFirst = false)
    {
        var isLost = !loseFirst;
        using var transport = new ScriptedTransport(request =>
        {
            if (!isLost)
            {
                isLost = true;
                return new HttpResponseMessage(HttpStatusCode.GatewayTimeout);
            }

            return request switch
            {
                { Method: "POST" } => ScriptedTransport.Stored(request),
                { Method: "DELETE" } => new HttpResponseMessage(HttpStatusCode.NoContent),
                { Method: "GET", Target.AbsolutePath: var path } when path.EndsWith("$count", StringComparison.Ordinal) => ScriptedTransport.Json("3"),
                { Method: "GET", Target.Segments: [.., "customers" or "customerPayments"] } => ScriptedTransport.Json(NoEntities),
                _ => ScriptedTransport.Record(request),
            };
        });
        options.Transport = transport;
        using var client = TestClients.Facade(options);

        await call(client.Companies[Ids.Company]);

        return transport.Requests;
    }
}
