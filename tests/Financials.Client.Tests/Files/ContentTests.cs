using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Files;

/// <summary>The contents of attachments: read byte for byte, and stored once whatever happens on the way.</summary>
[CancelAfter(20_000)]
public class ContentTests
{
    private const string Content = "attachmentContent";
    private const string Store = "PATCH /attachments({attachment})/attachmentContent";
    private const string ReadContent = "GET /attachments({attachment})/attachmentContent";
    private const string ReadBack = "GET /attachments({attachment})";

    private static readonly string Stored = FileBench.Described.Replace("\"byteSize\":0", "\"byteSize\":5", StringComparison.Ordinal).Replace("W/\\\"1\\\"", "W/\\\"2\\\"", StringComparison.Ordinal);

    /// <summary>Also such that would mean something in JSON: no bytes, a byte order mark, an error.</summary>
    private static readonly byte[][] Files = [[], "\uFEFF"u8.ToArray(), "\uFEFFa;b"u8.ToArray(), [0xFF, 0x00, 0xC3], """{"error":{"code":"a","message":"A file of JSON."}}"""u8.ToArray()];

    [TestCaseSource(nameof(Files))]
    public async Task GetContentAsync_OfAnyFile_GivesItsBytes(byte[] file)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Bytes(file));
        using var client = FileBench.Client(transport);

        var content = await client.Invoice().Attachments.GetContentAsync(Ids.Attachment);

        Assert.That(content, Is.EqualTo(file));
        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[ReadContent]));
    }

    [Test]
    public async Task GetContentAsync_AnsweredWithNoContent_IsEmpty(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Nothing());
        using var client = FileBench.Client(transport);

        Assert.That(await client.Payment().Attachments.GetContentAsync(Ids.Attachment, guard), Is.Empty);
    }

    [Test]
    public async Task GetContentAsync_AnsweredWithJsonOnce_IsRetried(CancellationToken guard)
    {
        using var transport = new AsyncTransport((_, number, _) => Task.FromResult(
            number == 1 ? ScriptedTransport.Json("""{"error":{"code":"a","message":"Not now."}}""") : FileBench.Bytes("Hello"u8)));
        using var client = FileBench.Client(transport);

        Assert.That(await client.Invoice().Attachments.GetContentAsync(Ids.Attachment, guard), Is.EqualTo("Hello"u8.ToArray()));
    }

    [TestCase("text/html; charset=utf-8", "The response is a web page")]
    [TestCase("application/json; odata.metadata=minimal", "The service answered with something else than the content of the file. The service says: Not now.")]
    public async Task GetContentAsync_AnsweredWithNoFile_IsAnError(string type, string message, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Bytes("""{"error":{"code":"a","message":"Not now."}}"""u8, type));
        using var client = FileBench.Client(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Invoice().Attachments.GetContentAsync(Ids.Attachment, guard));

        Assert.That(error!.Message, Does.StartWith(message));
    }

    [Test]
    public async Task CreateAsync_WithContent_CreatesStoresAndReadsBack(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(Working);
        using var client = FileBench.Client(transport);

        var created = await client.Invoice().Attachments.UploadAsync(new() { FileName = "a.pdf" }, "xHello"u8.ToArray().AsMemory(1), guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((created.Id, created.ByteSize, created.ETag), Is.EqualTo((Ids.Attachment, 5, "W/\"2\"")));
            Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])["POST /salesInvoices({invoice})/attachments", Store, ReadBack]));
            Assert.That(transport.Requests[1].Body, Is.EqualTo("Hello"));
            Assert.That(
                (transport.Requests[1].Headers["Content-Type"], transport.Requests[1].Headers["If-Match"]),
                Is.EqualTo(("application/octet-stream", "W/\"1\"")));
        }
    }

    [Test]
    public async Task CreateAsync_ContentRefused_TellsThatTheAttachmentExists(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(request => request.Method == "PATCH"
            ? ScriptedTransport.Json("""{"error":{"code":"Application_DialogException","message":"Too large."}}""", HttpStatusCode.BadRequest)
            : Working(request));
        using var client = FileBench.Client(transport);

        var error = await Assert.ThrowsAsync<FinancialsValidationException>(
            () => client.Invoice().Attachments.UploadAsync(new() { FileName = "a.pdf" }, "Hello"u8.ToArray(), guard));

        Assert.That(error.Message, Does.StartWith(
            $"The attachment {Ids.Attachment} was created, but storing its content failed. Get it and use SetContentAsync instead of calling this again. The service refused the request."));
    }

    [Test]
    public async Task CreateAsync_AttachmentRefused_SendsNoContent(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => ScriptedTransport.Json("", HttpStatusCode.BadRequest));
        using var client = FileBench.Client(transport);

        var error = await Assert.ThrowsAsync<FinancialsValidationException>(
            () => client.Invoice().Attachments.UploadAsync(new() { FileName = "a.pdf" }, "Hello"u8.ToArray(), guard));

        Assert.That(error.Message, Does.StartWith("The service refused the request."));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(503)]
    [TestCase(429)]
    public async Task SetContentAsync_NotStoredAtFirst_IsRetried(int status, CancellationToken guard)
    {
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number == 1 ? FileBench.Nothing((HttpStatusCode)status) : Working(request)));
        using var client = FileBench.Client(transport);

        var stored = await client.Invoice().Attachments.SetContentAsync(FileBench.Read, "Hello"u8.ToArray(), guard);

        Assert.That(stored.ByteSize, Is.EqualTo(5));
        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[Store, Store, ReadBack]));
        Assert.That(transport.Requests.Take(2).Select(request => $"{request.Body} {request.Headers["If-Match"]}"), Is.All.EqualTo("Hello W/\"1\""));
    }

    [Test]
    public async Task SetContentAsync_ResponseLostAndStored_IsASuccess(CancellationToken guard)
    {
        using var transport = Lost("Hello");
        using var client = FileBench.Client(transport);

        var stored = await client.Invoice().Attachments.SetContentAsync(FileBench.Read, "Hello"u8.ToArray(), guard);

        Assert.That(stored.ETag, Is.EqualTo("W/\"2\""));
        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[Store, Store, ReadContent, ReadBack]));
    }

    [Test]
    public async Task SetContentAsync_ResponseLostAndChangedBySomebodyElse_IsStaleWithCurrent(CancellationToken guard)
    {
        using var transport = Lost("Other");
        using var client = FileBench.Client(transport);

        var stale = await Assert.ThrowsAsync<FinancialsStaleException>(
            () => client.Invoice().Attachments.SetContentAsync(FileBench.Read, "Hello"u8.ToArray(), guard));

        Assert.That(((Attachment)stale.Current!).ETag, Is.EqualTo("W/\"2\""));
        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[Store, Store, ReadContent, ReadBack]));
    }

    /// <summary>What is there now tells whether the lost request stored it, so the question stays open while it cannot be read.</summary>
    [Test]
    public async Task SetContentAsync_ResponseLostAndContentUnreadableOnce_IsSettledLater(CancellationToken guard)
    {
        var reads = 0;
        using var transport = Lost("Hello", request => request.Method == "GET" && IsContent(request) && ++reads == 1 ? FileBench.Nothing(HttpStatusCode.ServiceUnavailable) : null);
        using var client = FileBench.Client(transport);

        var stored = await client.Invoice().Attachments.SetContentAsync(FileBench.Read, "Hello"u8.ToArray(), guard);

        Assert.That(stored.ETag, Is.EqualTo("W/\"2\""));
        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[Store, Store, ReadContent, ReadBack, Store, ReadContent, ReadBack]));
    }

    [Test]
    public async Task SetContentAsync_StaleAtTheFirstAttempt_IsStaleEvenIfEqual(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(request => request.Method == "PATCH" ? FileBench.Changed() : Working(request));
        using var client = FileBench.Client(transport);

        var stale = await Assert.ThrowsAsync<FinancialsStaleException>(
            () => client.Invoice().Attachments.SetContentAsync(FileBench.Read, "Hello"u8.ToArray(), guard));

        Assert.That(((Attachment)stale.Current!).ETag, Is.EqualTo("W/\"2\""));
        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[Store, ReadBack]));
    }

    [Test]
    public async Task SetContentAsync_AttachmentUnreadableOnce_IsNotStoredAgain(CancellationToken guard)
    {
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number == 2 ? FileBench.Nothing(HttpStatusCode.BadGateway) : Working(request)));
        using var client = FileBench.Client(transport);

        await client.Invoice().Attachments.SetContentAsync(FileBench.Read, "Hello"u8.ToArray(), guard);

        Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])[Store, ReadBack, ReadBack]));
    }

    [TestCase("""{"error":{"code":"Internal_RecordNotFound","message":"Gone."}}""", 404)]
    [TestCase("""{"id":"52a499d6-99d6-52a4-d699-a452d699a452"}""", 200)]
    public async Task SetContentAsync_AttachmentNotReadBack_SaysThatItIsStored(string json, int status, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(request => request.Method == "GET" ? ScriptedTransport.Json(json, (HttpStatusCode)status) : Working(request));
        using var client = FileBench.Client(transport);

        var unknown = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => client.Invoice().Attachments.UploadAsync(new() { FileName = "a.pdf" }, "Hello"u8.ToArray(), guard));

        Assert.That(unknown.Message, Does.StartWith("The service created or changed the record but did not return it."));
        Assert.That(((Attachment)unknown.Entity!).Id, Is.EqualTo(Ids.Attachment));
        Assert.That(transport.Requests.Count(request => request.Method == "PATCH"), Is.EqualTo(1));
    }

    [Test]
    public async Task SetContentAsync_ToOverwrite_NamesNoVersion(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(Working);
        using var client = FileBench.Client(transport);

        await client.Payment().Attachments.SetContentAsync(FileBench.Read.Id!.Value, Array.Empty<byte>(), guard);

        Assert.That(transport.Requests[0].Headers["If-Match"], Is.EqualTo("*"));
        Assert.That((transport.Requests[0].Body, transport.Requests[0].Headers["Content-Type"]), Is.EqualTo(("", "application/octet-stream")));
    }

    [Test]
    public async Task SetContentAsync_AttachmentThatTheCallerMade_SendsNothing(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Echo();
        using var client = FileBench.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.Invoice().Attachments.SetContentAsync(new Attachment { FileName = "a.pdf" }, new byte[1], guard));

        Assert.That(transport.Requests, Is.Empty);
    }

    /// <summary>A service that loses the response to the first store, and then says that the version is another one.</summary>
    private static AsyncTransport Lost(string found, Func<RecordedRequest, HttpResponseMessage?>? before = null)
    {
        var stores = 0;
        return new((request, _, _) => Task.FromResult(before?.Invoke(request) ?? (request.Method == "PATCH"
            ? ++stores == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "Lost.") : FileBench.Changed()
            : IsContent(request) ? FileBench.Bytes(System.Text.Encoding.UTF8.GetBytes(found)) : Working(request))));
    }

    private static HttpResponseMessage Working(RecordedRequest request) => request.Method switch
    {
        "POST" => ScriptedTransport.Json(FileBench.Described, HttpStatusCode.Created),
        "PATCH" => FileBench.Nothing(),
        _ => ScriptedTransport.Json(Stored),
    };

    private static bool IsContent(RecordedRequest request) => request.Target.AbsolutePath.EndsWith(Content, StringComparison.Ordinal);
}
