using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Financials.Client.Queries;

namespace Financials.Client.Dialects;

/// <summary>The properties of an application's own record, by the names that they have in its JSON.</summary>
internal sealed class JsonProperties<TModel> : PropertyNames
    where TModel : class
{
    private const string IdName = "id";
    private const string ETagName = "@odata.etag";

    private readonly JsonTypeInfo<TModel> _type;
    private readonly Dictionary<string, JsonPropertyInfo> _byName;
    private readonly Func<object, object?> _id;

    public JsonProperties(JsonTypeInfo<TModel> type)
    {
        _type = type;
        _byName = type.Properties.Where(property => property.Get is not null).ToDictionary(property => property.Name, StringComparer.Ordinal);
        _id = _byName.GetValueOrDefault(IdName) is { Get: { } get, PropertyType: var kind } && (Nullable.GetUnderlyingType(kind) ?? kind) == typeof(Guid)
            ? get
            : throw new ArgumentException(
                $"{typeof(TModel).Name} has no property of type Guid that is called \"id\" in JSON. Add one, for example: " +
                "[JsonPropertyName(\"id\")] public Guid? Id { get; init; }",
                nameof(type));
    }

    public override bool EncodesOptions => false;

    public Guid? IdOf(TModel entity) => _id(entity) is Guid id && id != Guid.Empty ? id : null;

    /// <summary>The version; null where the record has no property for it.</summary>
    public string? ETagOf(TModel entity) => _byName.GetValueOrDefault(ETagName)?.Get?.Invoke(entity) as string;

    public object? ValueOf(TModel entity, string wireName) => _byName[wireName].Get?.Invoke(entity);

    public override string? Value(PropertyInfo property) => Field(property) is { } name && !name.StartsWith('@') ? name : null;

    public override string? Field(PropertyInfo property)
    {
        var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? _type.Options.PropertyNamingPolicy?.ConvertName(property.Name)
            ?? property.Name;
        return _byName.ContainsKey(name) ? name : null;
    }

    public override string? Navigation(PropertyInfo property) => Value(property);

    public override string WireName(string name) => name;

    /// <summary>What is sent of a record: all that is not null, without what only the service sets.</summary>
    public byte[] ToBody(TModel entity)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            foreach (var property in Sent(entity))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    /// <summary>Whether a stored record has all that was sent, as the service stores it: codes trimmed and in upper case.</summary>
    public bool IsStored(TModel sent, TModel stored)
    {
        var there = JsonSerializer.SerializeToElement(stored, _type);
        return Sent(sent).All(property => there.TryGetProperty(property.Name, out var value) && AreSame(property.Value, value));
    }

    private IEnumerable<JsonProperty> Sent(TModel entity) =>
        JsonSerializer.SerializeToElement(entity, _type).EnumerateObject()
            .Where(property => property.Value.ValueKind is not JsonValueKind.Null && property.Name != IdName && !property.Name.StartsWith('@'));

    private static bool AreSame(JsonElement sent, JsonElement stored) => (sent.ValueKind, stored.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.Equals(sent.GetString()!.Trim(), stored.GetString()!.Trim(), StringComparison.OrdinalIgnoreCase),
        (JsonValueKind.String, JsonValueKind.Null) => string.IsNullOrWhiteSpace(sent.GetString()),
        (JsonValueKind.Number, JsonValueKind.Number) when sent.TryGetDecimal(out var one) && stored.TryGetDecimal(out var other) => one == other,
        _ => sent.GetRawText() == stored.GetRawText(),
    };
}
