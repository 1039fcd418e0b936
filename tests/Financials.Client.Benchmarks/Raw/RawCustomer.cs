using System.Text.Json.Serialization;

namespace Financials.Client.Benchmarks.Raw;

/// <summary>
/// A customer as plain code would declare it: settable, named like the wire, and without the members that the sample does
/// not use.
/// </summary>
internal sealed class RawCustomer
{
    [JsonPropertyName("@odata.context")]
    public string? Context { get; set; }

    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; set; }

    public Guid? Id { get; set; }

    public string? Number { get; set; }

    public string? DisplayName { get; set; }

    public string? Type { get; set; }

    public RawAddress? Address { get; set; }

    public string? PhoneNumber { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public bool? TaxLiable { get; set; }

    public Guid? TaxAreaId { get; set; }

    public Guid? CurrencyId { get; set; }

    public string? CurrencyCode { get; set; }

    public Guid? PaymentTermsId { get; set; }

    public string? Blocked { get; set; }

    public decimal? Balance { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }
}
