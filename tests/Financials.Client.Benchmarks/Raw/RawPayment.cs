using System.Text.Json.Serialization;

namespace Financials.Client.Benchmarks.Raw;

/// <summary>A customer payment as plain code would declare it.</summary>
internal sealed class RawPayment
{
    [JsonPropertyName("@odata.context")]
    public string? Context { get; set; }

    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; set; }

    public Guid? Id { get; set; }

    public string? JournalDisplayName { get; set; }

    public int? LineNumber { get; set; }

    public string? CustomerNumber { get; set; }

    public DateOnly? PostingDate { get; set; }

    public string? DocumentNumber { get; set; }

    public decimal? Amount { get; set; }

    public string? Description { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }
}
