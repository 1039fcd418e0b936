using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.KiotaRuntime.Json;

/// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateConverter : JsonConverter<Date>
{
    public override Date Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException("The value is not a date of the form yyyy-MM-dd.");

    public override void Write(Utf8JsonWriter writer, Date value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
