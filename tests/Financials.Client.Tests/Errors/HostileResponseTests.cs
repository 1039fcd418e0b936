using System.Net;
using System.Text;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>What was found by sending the client responses that no service sends, each with a test of its own.</summary>
[CancelAfter(20_000)]
public class HostileResponseTests
{
    private static readonly Customer Coho = new() { Number = "C0001", DisplayName = "Coho" };

    // A response that could not be decompressed escaped as InvalidDataException or InvalidOperationException, and nobody looked.
    [TestCase(typeof(InvalidDataException))]
    [TestCase(typeof(InvalidOperationException))]
    public async Task Create_ResponseThatCannotBeDecompressed_IsReconciled(Type failure, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", new ModelFault("bad gzip", ModelExecution.Now, (_, _, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.Created) { Content = new StreamContent(new FailingStream((Exception)Activator.CreateInstance(failure)!)) })));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        Assert.That(created.Id, Is.Not.Null);
        Assert.That(server.Methods, Is.EqualTo("POST GET"));
    }

    // Another record's 201 was taken for success, because only a missing id was noticed.
    [Test]
    public async Task Create_AnotherRecordsResponse_IsReconciledAndTheOwnOneReturned(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", new ModelFault("swapped", ModelExecution.Now, (_, _, _) => Task.FromResult(
            ScriptedTransport.Json($$"""{"id":"{{Guid.NewGuid()}}","number":"OTHER","displayName":"Other"}""", HttpStatusCode.Created))));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        Assert.That(created.Number, Is.EqualTo("C0001"));
        Assert.That(created.Id.ToString(), Is.EqualTo(server["customers"].Rows.Single()["id"]!.ToString()));
    }

    // GET accepted the record of another id.
    [Test]
    public async Task Get_AnotherRecord_IsAnError(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering($$"""{"id":"{{Guid.NewGuid()}}","displayName":"Other"}""");
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(error!.Message, Does.Contain("something else than the Customer that it was asked for"));
    }

    // DELETE and actions took 200 with an error in it for success.
    [TestCase("""{"error":{"code":"Internal_ServerError","message":"It broke."}}""")]
    [TestCase("{}")]
    public async Task Action_SuccessThatHoldsSomething_IsUnknown(string body, CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering(body);
        using var client = TestClients.Facade(transport);

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].PostAsync(guard));
    }

    // 400 "key exists" whose body broke off became a refused value.
    [Test]
    public async Task Create_RefusalThatBreaksOff_IsReconciled(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", new ModelFault("torn refusal", ModelExecution.Now, (_, _, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new BrokenContent("""{"error":{"code":"Internal_Entity""") })));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        Assert.That(created.Number, Is.EqualTo("C0001"));
    }

    // A response without an end, or one that announced two gigabytes, took all memory there was.
    [TestCase(null)]
    [TestCase(2_147_483_646L)]
    public async Task Response_LongerThanTheLimit_IsAnErrorThatNamesTheOption(long? announced, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => new HttpResponseMessage
        {
            Content = new StreamContent(new EndlessStream()) { Headers = { ContentLength = announced } },
        });
        using var client = new FinancialsClient(
            TestClients.Service, new StaticTokenCredential("token"), new() { Transport = transport, MaxResponseBytes = 1_000_000 });

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(error!.Message, Does.Contain("longer than 1000000 bytes").And.Contain(nameof(FinancialsClientOptions.MaxResponseBytes)));
        Assert.That(transport.Requests, Has.Count.EqualTo(1), "The next one would be as long.");
    }

    // An ETag of the server with a line break in it went out as a header of its own.
    [TestCase("W/\"1\"\r\nX-Evil: 1")]
    [TestCase("W/\"æ\"")]
    public async Task ETag_ThatNoHeaderCanHold_IsNotSent(string etag, CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.NoContent);
        using var client = TestClients.Facade(transport);
        var customer = FinancialsModelFactory.Customer(Coho, etag: etag);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.Customers().DeleteAsync(customer, guard));

        Assert.That(error.Message, Does.Contain("Read the entity again"));
        Assert.That(transport.Requests, Is.Empty);
    }

    // The token, quoted without the word "Bearer", an e-mail address and a line break came through in codes and ids.
    [Test]
    public async Task Exception_ServerThatQuotesTheToken_ShowsNothingOfIt(CancellationToken guard)
    {
        const string Token = "opaque-token-of-some-length";
        using var transport = new ScriptedTransport(_ =>
        {
            var response = ScriptedTransport.Json(
                """{"error":{"code":"TOKEN","message":"Bad TOKEN of jim@contoso.com\r\nwarn: forged","innerError":{"request-id":"a\r\nb"}}}""".Replace("TOKEN", Token, StringComparison.Ordinal), HttpStatusCode.BadRequest);
            response.Headers.TryAddWithoutValidation("ms-correlation-x", $"x {Token}");
            return response;
        });
        using var client = ManualClients.Of(transport, credential: new StaticTokenCredential(Token));

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.ToString(), Does.Not.Contain(Token).And.Not.Contain("jim@"));
            Assert.That(error.Message, Does.Not.Contain("\n").And.Contain("Bad (token) of (e-mail address) warn: forged"));
            Assert.That((error.Code, error.RequestId, error.CorrelationId), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
        }
    }

    // What the parser says of a body that it cannot read quotes the body.
    [Test]
    public async Task Exception_BodyThatCannotBeRead_DoesNotQuoteIt(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering("""{"id":nul,"email":"jim@contoso.com"}""");
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(error!.ToString(), Does.Not.Contain("jim"));
    }

    // A message of 60,000 characters took 14 seconds of processor time to clean.
    [Test]
    public async Task Exception_EnormousMessage_IsCleanedAtOnce(CancellationToken guard)
    {
        var message = new StringBuilder().Insert(0, "a'", 30_000).ToString();
        using var transport = ScriptedTransport.Answering("""{"error":{"code":"X","message":"TEXT"}}""".Replace("TEXT", message, StringComparison.Ordinal), HttpStatusCode.BadRequest);
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(error!.ServiceMessage, Has.Length.LessThanOrEqualTo(2_000));
    }

    // A blank option made a whole page unreadable.
    [TestCase("  ")]
    [TestCase("\\t")]
    public async Task Get_BlankOption_IsNone(string blank, CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering($$"""{"id":"{{Ids.Customer}}","type":"{{blank}}"}""");
        using var client = TestClients.Facade(transport);

        Assert.That((await client.Customers().GetAsync(Ids.Customer, guard)).Type, Is.Null);
    }

    // A number of 9,000 characters, lost, ended in an exception of another kind.
    [Test]
    public async Task Create_KeyTooLongToLookUp_IsUnknown(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => client.Customers().CreateAsync(Coho with { Number = new string('9', 9_000) }, guard));

        Assert.That(error.Message, Does.Contain("no more than 8000"));
    }

    // The caller disposed the client while a create was in flight, and was told that it had been cancelled.
    [Test]
    public async Task Create_ClientDisposedInFlight_IsUnknown(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => throw new ObjectDisposedException("connection"));
        using var client = TestClients.Facade(transport);

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho with { Number = null }, guard));
    }

    /// <summary>Fails as a decompressor does.</summary>
    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }

    /// <summary>Zeros without an end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Clear();
            return new(buffer.Length);
        }
    }
}
