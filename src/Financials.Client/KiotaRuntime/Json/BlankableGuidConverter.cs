using System.Text.Json;
using System.Text.Json.Serialization;

namespace Financials.Client.KiotaRuntime.Json;

/// <summary>Reads an id; an empty text is the service's other way to write "no reference", the all-zero id.</summary>
internal sealed class BlankableGuidConverter : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            if (reader.TryGetGuid(out var id))
            {
                return id;
            }

            if (reader.ValueTextEquals(""u8))
            {
                return Guid.Empty;
            }
        }

        throw new JsonException("The value is not an id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.");
    }

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
