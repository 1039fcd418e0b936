using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Financials.Client;

/// <summary>Writes and reads values such as <see cref="CustomerType"/> as their names, in an application's own JSON.</summary>
/// <typeparam name="TName">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NameJsonConverter<TName> : JsonConverter<TName>
    where TName : struct, IParsable<TName>
{
    /// <inheritdoc/>
    public override TName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            ? TName.Parse(reader.GetString()!, CultureInfo.InvariantCulture)
            : throw new JsonException($"A {typeof(TName).Name} is a text in JSON, and this is a {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TName value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
