using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Financials.Client.Benchmarks.Ledgers;

/// <summary>
/// A journal without a network, which keeps nothing: it completes later and on another thread, as a socket does, and responds to each
/// payment with what was sent and an id, whether it comes by itself or with others. Thread-safe.
/// </summary>
/// <param name="perRequest">How long each request takes.</param>
/// <param name="perPayment">How much longer for each payment in it.</param>
internal sealed class PaymentService(TimeSpan perRequest = default, TimeSpan perPayment = default) : HttpMessageHandler
{
    private const int RequestsAtATime = 5;

    private static readonly byte[] NoItems = """{"value":[]}"""u8.ToArray();

    private readonly SemaphoreSlim _places = new(RequestsAtATime, RequestsAtATime);
    private int _created;

    public int Created => _created;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await _places.WaitAsync(cancellationToken);
        try
        {
            var isCreate = request.Method == HttpMethod.Post;
            var before = _created;
            var body = isCreate ? Stored(await request.Content!.ReadAsByteArrayAsync(cancellationToken)) : NoItems;
            if (perRequest > TimeSpan.Zero)
            {
                await Task.Delay(perRequest + (perPayment * (_created - before)), cancellationToken);
            }

            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return new HttpResponseMessage(isCreate ? HttpStatusCode.Created : HttpStatusCode.OK) { Content = content, RequestMessage = request };
        }
        finally
        {
            _places.Release();
        }
    }

    private byte[] Stored(byte[] sent)
    {
        using var json = JsonDocument.Parse(sent);
        var body = new ArrayBufferWriter<byte>(sent.Length * 2);
        using var writer = new Utf8JsonWriter(body);
        if (json.RootElement.TryGetProperty("requests"u8, out var requests))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("responses"u8);
            foreach (var request in requests.EnumerateArray())
            {
                writer.WriteStartObject();
                writer.WriteString("id"u8, request.GetProperty("id"u8).GetString());
                writer.WriteNumber("status"u8, 201);
                writer.WritePropertyName("body"u8);
                WriteStored(writer, request.GetProperty("body"u8));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            WriteStored(writer, json.RootElement);
        }

        writer.Flush();
        return body.WrittenSpan.ToArray();
    }

    private void WriteStored(Utf8JsonWriter writer, JsonElement payment)
    {
        var number = Interlocked.Increment(ref _created);
        writer.WriteStartObject();
        writer.WriteString("@odata.etag"u8, "W/\"1\""u8);
        writer.WriteString("id"u8, string.Create(CultureInfo.InvariantCulture, $"52a499d6-99d6-52a4-d699-{number:x12}"));
        foreach (var property in payment.EnumerateObject())
        {
            property.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
