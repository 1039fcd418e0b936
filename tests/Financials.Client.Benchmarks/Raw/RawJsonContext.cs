using System.Text.Json.Serialization;

namespace Financials.Client.Benchmarks.Raw;

/// <summary>Source-generated serialisation of the plain models, with the fast path for writing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RawCustomer))]
[JsonSerializable(typeof(RawCustomerPage))]
[JsonSerializable(typeof(RawPayment))]
internal sealed partial class RawJsonContext : JsonSerializerContext;
