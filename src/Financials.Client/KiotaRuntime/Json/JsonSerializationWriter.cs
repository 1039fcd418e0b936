using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.KiotaRuntime.Json;

/// <summary>Writes wire models as UTF-8 JSON. One instance serves one model at a time and can be used again.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The JSON writer writes to memory only, so there is nothing to release.")]
internal sealed class JsonSerializationWriter : ISerializationWriter
{
    // Bodies are never embedded in HTML, so names such as "Ørsted" need no escapes and stay readable on the wire.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(initialCapacity: 1024);
    private readonly Utf8JsonWriter _json;

    public JsonSerializationWriter() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>The complete document for one model.</summary>
    public byte[] Serialize(IParsable model)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        WriteObjectValue(null, model);
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    public void WriteStringValue(string? key, string? value)
    {
        if (value is not null)
        {
            WriteKey(key);
            _json.WriteStringValue(value);
        }
    }

    public void WriteBoolValue(string? key, bool? value)
    {
        if (value is { } set)
        {
            WriteKey(key);
            _json.WriteBooleanValue(set);
        }
    }

    public void WriteIntValue(string? key, int? value)
    {
        if (value is { } set)
        {
            WriteKey(key);
            _json.WriteNumberValue(set);
        }
    }

    public void WriteDecimalValue(string? key, decimal? value)
    {
        if (value is { } set)
        {
            WriteKey(key);
            _json.WriteNumberValue(set);
        }
    }

    public void WriteGuidValue(string? key, Guid? value)
    {
        if (value is { } set)
        {
            WriteKey(key);
            _json.WriteStringValue(set);
        }
    }

    public void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value)
    {
        if (value is { } set)
        {
            WriteKey(key);
            _json.WriteStringValue(set);
        }
    }

    public void WriteDateValue(string? key, Date? value)
    {
        if (value is { } set)
        {
            WriteKey(key);
            _json.WriteStringValue(set.ToString());
        }
    }

    public void WriteObjectValue<T>(string? key, T? value)
        where T : IParsable
    {
        if (value is not null)
        {
            WriteKey(key);
            _json.WriteStartObject();
            value.Serialize(this);
            _json.WriteEndObject();
        }
    }

    public void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable
    {
        if (values is not null)
        {
            WriteKey(key);
            _json.WriteStartArray();
            foreach (var value in values)
            {
                WriteObjectValue(null, value);
            }

            _json.WriteEndArray();
        }
    }

    public void WriteAdditionalData(IDictionary<string, object> value)
    {
        foreach (var (key, member) in value)
        {
            WriteAnyValue(key, member);
        }
    }

    private void WriteAnyValue(string key, object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNull(key);
                break;
            case JsonElement element:
                WriteKey(key);
                element.WriteTo(_json);
                break;
            case string text:
                WriteStringValue(key, text);
                break;
            case bool flag:
                WriteBoolValue(key, flag);
                break;
            case int number:
                WriteIntValue(key, number);
                break;
            case decimal number:
                WriteDecimalValue(key, number);
                break;
            case Guid id:
                WriteGuidValue(key, id);
                break;
            case DateTimeOffset instant:
                WriteDateTimeOffsetValue(key, instant);
                break;
            case Date date:
                WriteDateValue(key, date);
                break;
            case IParsable model:
                WriteObjectValue(key, model);
                break;
            default:
                throw new NotSupportedException($"The additional member '{key}' has a value of type {value.GetType()}, which has no JSON form.");
        }
    }

    private void WriteKey(string? key)
    {
        if (key is not null)
        {
            _json.WritePropertyName(key);
        }
    }
}
