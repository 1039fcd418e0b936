using System.Text.Json.Serialization;

internal sealed record Area
{
    public Guid? Id { get; init; }

    public string? Code { get; init; }

    public string? DisplayName { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Area))]
internal sealed partial class TrimmedContext : JsonSerializerContext;
