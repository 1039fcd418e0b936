using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.KiotaRuntime.Json;

/// <summary>
/// Reads a generated model through its own field deserialisers. Used for error bodies, whose model is an exception, which
/// source-generated serialisation cannot fill; entities are read the fast way, through <see cref="WireContract"/>.
/// A member of an unexpected JSON type reads as absent: an odd error body must not hide the error.
/// </summary>
internal sealed class JsonElementParseNode(JsonElement element) : IParseNode
{
    public string? GetStringValue() => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

    public bool? GetBoolValue() => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : null;

    public int? GetIntValue() => element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var value) ? value : null;

    public decimal? GetDecimalValue() =>
        element.ValueKind is JsonValueKind.Number && element.TryGetDecimal(out var value) ? value : null;

    public Guid? GetGuidValue() => element.ValueKind is JsonValueKind.String && element.TryGetGuid(out var value) ? value : null;

    public DateTimeOffset? GetDateTimeOffsetValue() =>
        element.ValueKind is JsonValueKind.String && element.TryGetDateTimeOffset(out var value) ? value : null;

    public Date? GetDateValue() =>
        DateOnly.TryParseExact(GetStringValue(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : null;

    public T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        var model = factory(this);
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return model;
        }

        var fields = model.GetFieldDeserializers();
        foreach (var member in element.EnumerateObject())
        {
            if (fields.TryGetValue(member.Name, out var read))
            {
                read(new JsonElementParseNode(member.Value));
            }
            else if (model is IAdditionalDataHolder holder)
            {
                holder.AdditionalData[member.Name] = member.Value.Clone();
            }
        }

        return model;
    }

    public IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                yield return new JsonElementParseNode(item).GetObjectValue(factory);
            }
        }
    }
}
