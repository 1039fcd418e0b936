using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>
/// Reads the JSON of a response forward, once, and its values as the models have them: the service's ways to write "nothing"
/// become null. Whatever is not as the contract says is a <see cref="JsonException"/>, which never quotes the response.
/// </summary>
internal ref struct RecordReader(ReadOnlySpan<byte> json, TextCache? texts)
{
    private readonly ReadOnlySpan<byte> _all = json;
    private Utf8JsonReader _json = new(json);

    /// <summary>Goes to the first value. That there is none is an error of the parser.</summary>
    public void Start() => _json.Read();

    /// <summary>Makes sure that nothing follows the last value, which is an error of the parser.</summary>
    public void End() => _json.Read();

    /// <summary>Makes sure that an object begins here.</summary>
    public readonly void BeginObject()
    {
        if (_json.TokenType is not JsonTokenType.StartObject)
        {
            throw Unexpected();
        }
    }

    /// <summary>Goes to the value of the next property that the table knows; those that it does not are ignored.</summary>
    /// <param name="table">The properties.</param>
    /// <param name="expected">Where in the table the next one is likely to be; zero for the first.</param>
    /// <param name="name">The model's name of the property.</param>
    /// <returns>False at the end of the object.</returns>
    public bool Next(PropertyTable table, scoped ref int expected, [NotNullWhen(true)] out string? name)
    {
        while (NextProperty())
        {
            if (!_json.ValueIsEscaped && table.Find(_json.ValueSpan, ref expected) is { } known)
            {
                name = known;
                _json.Read();
                return true;
            }

            _json.Skip();
        }

        name = null;
        return false;
    }

    /// <summary>Goes to the name of the next property.</summary>
    /// <returns>False at the end of the object.</returns>
    public bool NextProperty() => _json.Read() && _json.TokenType is JsonTokenType.PropertyName;

    /// <summary>Whether the name of the property is this one.</summary>
    public readonly bool IsProperty(ReadOnlySpan<byte> name) => !_json.ValueIsEscaped && _json.ValueTextEquals(name);

    /// <summary>Goes from the name of a property to its value.</summary>
    public void ToValue() => _json.Read();

    /// <summary>Leaves a property, whose name is the current token, unread.</summary>
    public void Skip() => _json.Skip();

    /// <summary>The JSON of the value at which the reader stands, which is then read.</summary>
    public ReadOnlySpan<byte> Value()
    {
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        return _all[start..(int)_json.BytesConsumed];
    }

    /// <summary>Makes sure that an array begins here.</summary>
    public readonly void BeginArray()
    {
        if (_json.TokenType is not JsonTokenType.StartArray)
        {
            throw Unexpected();
        }
    }

    /// <summary>Goes to the next element.</summary>
    /// <returns>False at the end of the array.</returns>
    public bool NextElement() => _json.Read() && _json.TokenType is not JsonTokenType.EndArray;

    public readonly bool IsNull => _json.TokenType is JsonTokenType.Null;

    /// <summary>"No text" is empty. Spaces are text and are never trimmed.</summary>
    public readonly string? Text()
    {
        if (!IsString())
        {
            return null;
        }

        if (_json.ValueSpan.IsEmpty)
        {
            return null;
        }

        return _json.ValueIsEscaped || texts is null || !Utf8.IsValid(_json.ValueSpan) ? String() : texts.Get(_json.ValueSpan);
    }

    /// <summary>A version of an entity: no two have the same, and it has to go back in a header as it came.</summary>
    public readonly string? ETag()
    {
        if (!IsString() || _json.ValueSpan.IsEmpty)
        {
            return null;
        }

        var version = String();
        return ServiceRequest.IsHeaderText(version) ? version : throw Unexpected();
    }

    /// <summary>The blank option is empty, a space, or a space in the encoding of names that XML asks for.</summary>
    public readonly string? Option() => Text() is { } name && !string.IsNullOrWhiteSpace(name) && name != "_x0020_" ? name : null;

    /// <summary>"No reference" is the all-zero id, or an empty text.</summary>
    public readonly Guid? Id()
    {
        if (!IsString() || _json.ValueSpan.IsEmpty)
        {
            return null;
        }

        return _json.TryGetGuid(out var id) ? (id == Guid.Empty ? null : id) : throw Unexpected();
    }

    /// <summary>"No date" is the first day of the first year.</summary>
    public readonly DateOnly? Date()
    {
        if (!IsString())
        {
            return null;
        }

        // The parser of times knows this form alone among dates without a time.
        return _json.ValueSpan.Length == 10 && _json.TryGetDateTime(out var date)
            ? (date == DateTime.MinValue ? null : DateOnly.FromDateTime(date))
            : throw Unexpected();
    }

    /// <summary>
    /// "Never" is the first day of the first year. An instant without an offset is UTC: the machine's own zone, which the parser would
    /// take, makes another instant of it.
    /// </summary>
    public readonly DateTimeOffset? Instant()
    {
        if (!IsString())
        {
            return null;
        }

        DateTimeOffset instant;
        if (_json.TryGetDateTime(out var time) && time.Kind is not DateTimeKind.Local)
        {
            instant = new DateTimeOffset(time.Ticks, TimeSpan.Zero);
        }
        else if (!_json.TryGetDateTimeOffset(out instant))
        {
            throw Unexpected();
        }

        return instant is { Year: 1, DayOfYear: 1 } ? null : instant;
    }

    public readonly decimal? Decimal() => _json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when _json.TryGetDecimal(out var number) => number,
        _ => throw Unexpected(),
    };

    public readonly int? Integer() => _json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when _json.TryGetInt32(out var number) => number,
        _ => throw Unexpected(),
    };

    public readonly bool? Boolean() => _json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected(),
    };

    private readonly bool IsString() => _json.TokenType switch
    {
        JsonTokenType.String => IsText(),
        JsonTokenType.Null => false,
        _ => throw Unexpected(),
    };

    /// <summary>Escapes are read once more than they need be, because the parsers of ids and times throw other things than this one does.</summary>
    private readonly bool IsText() => !_json.ValueIsEscaped || String() is not null;

    private readonly string String()
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Not valid UTF-8, or half of a surrogate pair.
            throw Unexpected();
        }
    }

    private readonly JsonException Unexpected() =>
        new(string.Create(CultureInfo.InvariantCulture, $"The JSON at byte {_json.TokenStartIndex} is not what the contract says."));
}
