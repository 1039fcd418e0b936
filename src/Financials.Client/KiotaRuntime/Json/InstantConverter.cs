using System.Text.Json;
using System.Text.Json.Serialization;

namespace Financials.Client.KiotaRuntime.Json;

/// <summary>
/// Reads an instant. One without an offset is taken as UTC: by itself System.Text.Json takes the machine's own zone, where the
/// same answer means another instant, and the service's "never", 0001-01-01, cannot be read at all east of Greenwich.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            // The service writes UTC, which is read once; any other offset has become the machine's own zone and is read again.
            if (reader.TryGetDateTime(out var time) && time.Kind is not DateTimeKind.Local)
            {
                return new DateTimeOffset(time.Ticks, TimeSpan.Zero);
            }

            if (reader.TryGetDateTimeOffset(out var instant))
            {
                return instant;
            }
        }

        throw new JsonException("The value is not an instant of the form yyyy-MM-ddTHH:mm:ssZ.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
