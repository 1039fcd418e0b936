using System.Text.Json.Serialization;

namespace Financials.Client.Ledger.Sql.Outbox;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StoredPayment))]
internal sealed partial class OutboxJsonContext : JsonSerializerContext;
