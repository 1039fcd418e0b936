using System.Text.Json.Serialization;

namespace Financials.Client.Benchmarks.Raw;

/// <summary>A page of customers.</summary>
internal sealed class RawCustomerPage
{
    [JsonPropertyName("@odata.context")]
    public string? Context { get; set; }

    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; set; }

    public List<RawCustomer>? Value { get; set; }
}
