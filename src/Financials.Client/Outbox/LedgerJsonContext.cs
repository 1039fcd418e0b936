using System.Text.Json.Serialization;

namespace Financials.Client.Outbox;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PaymentLedgerEntry))]
[JsonSerializable(typeof(LedgerHeader))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
