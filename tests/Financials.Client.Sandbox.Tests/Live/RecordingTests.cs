using System.Net;
using System.Text;

namespace Financials.Client.Sandbox.Tests.Live;

/// <summary>What stands in a recording and what does not, and how a replay fails.</summary>
[TestFixture]
public sealed class RecordingTests
{
    private static readonly FinancialsService Service = FinancialsService.BusinessCentral("contoso.com", "Production");

    private string _path = null!;

    [SetUp]
    public void Name() => _path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");

    [TearDown]
    public void Remove() => File.Delete(_path);

    [Test]
    public async Task Recording_OfAnExchange_HoldsNoSecretsAndNoPersonalData()
    {
        const string company = "8286d046-9740-43e4-95cf-ff46699c73c4";
        await RecordAsync(
            ("GET", "/companies?$filter=name eq 'Contoso Ltd'", null, $$"""
                {"@odata.context":"{{Service.BaseAddress}}/$metadata#companies","value":[{"id":"{{company}}","name":"Contoso Ltd","systemCreatedBy":"aaaaaaaa-9740-43e4-95cf-ff46699c73c4"}]}
                """),
            ("POST", $"/companies({company})/customers", """
                {"number":"c00010","displayName":"Jim O'Neill","email":"jim@contoso.com","phoneNumber":"+1 555 0100","addressLine1":"1 Main Street","city":"Atlanta","postalCode":"31772",
                 "taxRegistrationNumber":"DK12345678","country":"US","creditLimit":10.5,"loyaltyNote":"friend of Anna"}
                """, """{"id":"11111111-2222-4333-8444-555555555555","number":"C00010","displayName":"Jim O'Neill"}"""),
            ("GET", $"/companies({company})/customers?$filter=displayName eq 'Jim O''Neill' and number eq 'C00010'", null, """{"error":{"code":"Unknown","message":"Jim O'Neill (jim@contoso.com, bob@contoso.com) is blocked."}}"""));

        var recording = await File.ReadAllTextAsync(_path);
        using (Assert.EnterMultipleScope())
        {
            foreach (var secret in new[]
            {
                "contoso", "Production", company, "aaaaaaaa-", "Neill", "jim@", "bob@", "555 0100", "Main Street", "Atlanta", "31772", "DK12345678", "Anna", "very secret", "Cookie",
            })
            {
                Assert.That(recording, Does.Not.Contain(secret).IgnoreCase);
            }

            Assert.That(recording, Does.Contain("C00010").And.Contain("10.5").And.Contain("11111111-2222-4333-8444-555555555555").And.Contain("{service}/$metadata#companies"), "a test is about these");
        }
    }

    [Test]
    public async Task Values_ThatAreEqual_HaveOnePseudonym()
    {
        await RecordAsync(
            ("POST", "/companies(8286d046-9740-43e4-95cf-ff46699c73c4)/customers", """{"displayName":"Coho"}""", """{"displayName":"Coho","phoneNumber":"Alpine"}"""),
            ("GET", "/companies(8286d046-9740-43e4-95cf-ff46699c73c4)/customers?$filter=displayName eq 'Coho'", null, "{}"));
        var recording = await File.ReadAllTextAsync(_path);
        Assert.That((recording.Split("hidden-2").Length, recording.Split("hidden-3").Length), Is.EqualTo((4, 2)), recording);
    }

    [Test]
    public async Task Text_ToHide_IsHiddenWhereverItStands()
    {
        using (var recorder = new RecordingHandler(_path, Service, new Answers("{\"number\":\"C00010\"}"), hide: ["C00010"]))
        {
            await SendAsync(recorder, "GET", "/companies(8286d046-9740-43e4-95cf-ff46699c73c4)/customers?$filter=number eq 'C00010'", null);
        }

        Assert.That(await File.ReadAllTextAsync(_path), Does.Not.Contain("C00010"));
    }

    [TestCase("GET", "/companies?$top=2", null, "Request 1 is not the one that was recorded. Recorded: POST /companies(00000000-0000-4000-8000-000000000001)/customers. Sent: GET /companies?$top=2.")]
    [TestCase("POST", "/companies(11111111-9740-43e4-95cf-ff46699c73c4)/customers", """{"displayName":"Any","creditLimit":2}""", "Request 1 is not the one that was recorded. In the body of POST /companies(11111111-9740-43e4-95cf-ff46699c73c4)/customers, $.creditLimit was recorded as 1 and is sent as 2.")]
    [TestCase("POST", "/companies(11111111-9740-43e4-95cf-ff46699c73c4)/customers", """{"displayName":"Any"}""", "Request 1 is not the one that was recorded. In the body of POST /companies(11111111-9740-43e4-95cf-ff46699c73c4)/customers, $.creditLimit was recorded and is not sent.")]
    public async Task Request_ThatDiffers_FailsNamingTheDifference(string method, string path, string? body, string message)
    {
        await RecordAsync(("POST", "/companies(8286d046-9740-43e4-95cf-ff46699c73c4)/customers", """{"displayName":"Coho","creditLimit":1}""", "{}"));
        using var replay = new ReplayingHandler(_path, Service);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(replay, method, path, body));
        Assert.That((failure.Message, replay.Remaining), Is.EqualTo((message, 1)));
    }

    [Test]
    public async Task Request_AfterTheLast_Fails()
    {
        await RecordAsync(("GET", "/companies", null, """{"value":[]}"""));
        using var replay = new ReplayingHandler(_path, Service);
        await SendAsync(replay, "GET", "/companies", null);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(replay, "GET", "/companies", null));
        Assert.That(failure.Message, Is.EqualTo("The recording has 1 exchanges and no more, but this is sent: GET /companies."));
    }

    [Test]
    public async Task Connection_ThatBrokeOff_BreaksOffInTheReplay()
    {
        using (var recorder = new RecordingHandler(_path, Service, new Answers((string?)null)))
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(recorder, "GET", "/companies", null));
        }

        using var replay = new ReplayingHandler(_path, Service);
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(replay, "GET", "/companies", null));
        Assert.That(replay.Remaining, Is.Zero);
    }

    [TestCase("{}")]
    [TestCase("no JSON")]
    public async Task File_ThatIsNoRecording_IsRefused(string text)
    {
        await File.WriteAllTextAsync(_path, text);
        Assert.That(() => new ReplayingHandler(_path, Service), Throws.InstanceOf<InvalidDataException>());
    }

    private async Task RecordAsync(params (string Method, string Path, string? Body, string Answer)[] exchanges)
    {
        using var recorder = new RecordingHandler(_path, Service, new Answers([.. exchanges.Select(exchange => exchange.Answer)]));
        foreach (var (method, path, body, _) in exchanges)
        {
            await SendAsync(recorder, method, path, body);
        }
    }

    private static async Task SendAsync(HttpMessageHandler handler, string method, string path, string? body)
    {
        using var sender = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(new(method), Service.BaseAddress + path);
        request.Headers.Authorization = new("Bearer", "very secret");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await sender.SendAsync(request, CancellationToken.None);
    }

    /// <summary>Gives the answers one after the other; a connection that breaks off for null.</summary>
    private sealed class Answers(params string?[] answers) : HttpMessageHandler
    {
        private int _next;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = answers[_next++] ?? throw new HttpRequestException("The connection broke off.");
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
            response.Headers.TryAddWithoutValidation("Set-Cookie", "Cookie=very secret");
            return Task.FromResult(response);
        }
    }
}
