using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>Creates several entities of one set in one request, which the service executes as one transaction: all of them, or none.</summary>
/// <param name="address">Where such requests go.</param>
/// <param name="baseAddress">The service's address, to which the addresses inside of a request are relative.</param>
/// <param name="set">The set.</param>
internal sealed class BatchEndpoint<TModel>(Uri address, Uri baseAddress, EntityEndpoint<TModel> set)
    where TModel : class
{
    private readonly int _relativeFrom = baseAddress.AbsoluteUri.TrimEnd('/').Length + 1;

    public ResponseReader<IReadOnlyList<BatchItem<TModel>>> Reader { get; } = new BatchReader<TModel>(set.Entity);

    public ServiceRequest Create(IReadOnlyList<TModel> entities)
    {
        var body = new ArrayBufferWriter<byte>(entities.Count * 512);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests"u8);
            for (var place = 0; place < entities.Count; place++)
            {
                Write(json, place, set.Create(entities[place]));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new ServiceRequest(HttpMethod.Post, address) { Body = body.WrittenSpan.ToArray(), IsOneTransaction = true };
    }

    private void Write(Utf8JsonWriter json, int place, ServiceRequest create)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, place.ToString(CultureInfo.InvariantCulture));
        json.WriteString("method"u8, create.Method.Method);
        json.WriteString("url"u8, create.Address.AbsoluteUri.AsSpan(_relativeFrom));
        json.WriteStartObject("headers"u8);
        json.WriteString("Content-Type"u8, create.ContentType);
        json.WriteEndObject();
        json.WritePropertyName("body"u8);
        json.WriteRawValue(create.Body, skipInputValidation: true);
        json.WriteEndObject();
    }
}
