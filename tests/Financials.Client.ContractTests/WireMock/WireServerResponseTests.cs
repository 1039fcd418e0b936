using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>What the server sends, down to the bytes of a connection that it breaks.</summary>
[CancelAfter(60_000)]
public class WireServerResponseTests : WireServerTest
{
    private const string Get = "\"method\":\"GET\",\"url\":\"/a\"";

    [Test]
    public async Task Response_WithHeadersAndJson_ArrivesAsItIs(CancellationToken guard)
    {
        await AddAsync(Get, """
            "status":429,"jsonBody":{"text":"Grüße","number":1.50},"headers":{"Content-Type":"application/json; odata.metadata=minimal",
            "Location":"https://service.example/a(1)","Retry-After":"0.128","WWW-Authenticate":"Bearer error=\"x\", claims=\"y\""}
            """);

        using var response = await SendAsync("GET", "a", cancellation: guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(429));
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json; odata.metadata=minimal"));
            Assert.That(response.Headers.NonValidated["Location"].ToString(), Is.EqualTo("https://service.example/a(1)"));
            Assert.That(response.Headers.NonValidated["Retry-After"].ToString(), Is.EqualTo("0.128"));
            Assert.That(response.Headers.NonValidated["WWW-Authenticate"].ToString(), Is.EqualTo("Bearer error=\"x\", claims=\"y\""));
            Assert.That(response.Headers.TransferEncodingChunked, Is.True);
            Assert.That(await response.Content.ReadAsStringAsync(guard), Is.EqualTo("""{"text":"Grüße","number":1.50}"""));
        }
    }

    [Test]
    public async Task Response_ToAClientThatTakesGZip_IsCompressed(CancellationToken guard)
    {
        await AddAsync(Get, "\"status\":200,\"jsonBody\":{\"a\":1},\"headers\":{\"Content-Type\":\"application/json\"}");

        using var response = await SendAsync("GET", "a", cancellation: guard, headers: ("Accept-Encoding", "gzip, deflate, br"));

        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo((string[])["gzip"]));
    }

    [Test]
    public async Task Response_OfBytes_ArrivesToTheLast(CancellationToken guard)
    {
        await AddAsync(Get, "\"status\":200,\"base64Body\":\"AAH/\"");

        using var response = await SendAsync("GET", "a", cancellation: guard);

        Assert.That(await response.Content.ReadAsByteArrayAsync(guard), Is.EqualTo((byte[])[0, 1, 255]));
    }

    [Test]
    public async Task Response_WithoutABody_HasNone([Values(200, 204, 503)] int status, CancellationToken guard)
    {
        await AddAsync(Get, $"\"status\":{status}");

        using var response = await SendAsync("GET", "a", cancellation: guard);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsByteArrayAsync(guard), Is.Empty);
        Assert.That(response.Content.Headers.ContentType, Is.Null);
    }

    [Test]
    public async Task Response_OfATemplate_ShowsTheNumberOfTheRequest(CancellationToken guard)
    {
        await AddAsync(
            "\"method\":\"POST\",\"url\":\"/a\"",
            """
            "status":200,"body":"{\"line\":{{jsonPath request.body '$.line'}},\"a\":1}","transformers":["response-template"]
            """);

        using var response = await SendAsync("POST", "a", Encoding.UTF8.GetBytes("""{"line":20123}"""), guard);

        Assert.That(await response.Content.ReadAsStringAsync(guard), Is.EqualTo("""{"line":20123,"a":1}"""));
    }

    /// <summary>Else a client that gives up and retries would be met by the same mapping again.</summary>
    [Test]
    public async Task Request_WhoseResponseIsToCome_IsInTheJournalAndLeadsOnItsSequence(CancellationToken guard)
    {
        await AddAsync(Get, "\"status\":200,\"fixedDelayMilliseconds\":30000", In("Started", "Request 2"));
        await AddAsync(Get, "\"status\":203", In("Request 2", "Over"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(guard);

        var delayed = SendAsync("GET", "a", cancellation: patience.Token);
        while ((await JournalAsync()).Count == 0)
        {
            guard.ThrowIfCancellationRequested();
        }

        Assert.That((await JournalAsync()).Single().Mapping, Is.Not.Null);
        Assert.That(await StatusAsync("GET", "a"), Is.EqualTo(203));
        await patience.CancelAsync();
        await Assert.ThatAsync(() => delayed, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Response_InPieces_TakesItsTimeAndIsWhole(CancellationToken guard)
    {
        await AddAsync(Get, "\"status\":200,\"body\":\"abcdefghijk\",\"chunkedDribbleDelay\":{\"numberOfChunks\":4,\"totalDuration\":400}");

        var start = Stopwatch.GetTimestamp();
        using var response = await SendAsync("GET", "a", cancellation: guard);

        Assert.That(await response.Content.ReadAsStringAsync(guard), Is.EqualTo("abcdefghijk"));

        // Timers need not agree to the millisecond.
        Assert.That(Stopwatch.GetElapsedTime(start), Is.GreaterThan(TimeSpan.FromMilliseconds(360)));
    }

    [Test]
    public async Task Response_Delayed_TakesItsTime(CancellationToken guard)
    {
        await AddAsync(Get, "\"status\":200,\"fixedDelayMilliseconds\":400");

        var start = Stopwatch.GetTimestamp();
        using var response = await SendAsync("GET", "a", cancellation: guard);

        Assert.That(Stopwatch.GetElapsedTime(start), Is.GreaterThan(TimeSpan.FromMilliseconds(360)));
    }

    [TestCase("EMPTY_RESPONSE", "^$")]
    [TestCase("RANDOM_DATA_THEN_CLOSE", @"^(?!HTTP)[^\n]+$")]
    [TestCase("MALFORMED_RESPONSE_CHUNK", @"^HTTP/1\.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n[^\n]+$")]
    public async Task Connection_Broken_ShowsTheseBytesAndEnds(string fault, string bytes, CancellationToken guard)
    {
        await AddAsync(Get, $"\"fault\":\"{fault}\"");

        Assert.That(await ReadToTheEndAsync(guard), Does.Match(bytes));
    }

    [Test]
    public async Task Connection_Reset_ShowsNothingAndIsReset(CancellationToken guard)
    {
        await AddAsync(Get, "\"fault\":\"CONNECTION_RESET_BY_PEER\"");

        var error = await Assert.ThrowsAsync<SocketException>(() => ReadToTheEndAsync(guard));

        Assert.That(error.SocketErrorCode, Is.EqualTo(SocketError.ConnectionReset));
    }

    /// <summary>What a socket receives for one request, until the server closes it.</summary>
    private async Task<string> ReadToTheEndAsync(CancellationToken guard)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Server.Address.Port, guard);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /{Test}/a HTTP/1.1\r\nHost: localhost\r\n\r\n"), guard);
        var (received, buffer) = (new StringBuilder(), new byte[1024]);
        while (await socket.ReceiveAsync(buffer, guard) is > 0 and var count)
        {
            received.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return received.ToString();
    }
}
