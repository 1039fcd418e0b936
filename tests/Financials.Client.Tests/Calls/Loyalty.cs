using System.Text.Json.Serialization;

namespace Financials.Client.Tests.Calls;

/// <summary>An entity of an extension's own API page, as an application would declare it.</summary>
internal sealed record Loyalty
{
    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    public string? MemberNumber { get; init; }

    [JsonPropertyName("customerNo")]
    public string? Customer { get; init; }

    public decimal? Points { get; init; }

    public DateOnly? Joined { get; init; }

    public double? Rating { get; init; }

    [JsonIgnore]
    public string? Note { get; init; }
}
