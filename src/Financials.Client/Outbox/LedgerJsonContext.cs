using System.Text.Json.Serialization;

namespace Financials.Client.Outbox;

/// <summary>The form of a ledger's lines. States are written by name, so that the file can be read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PaymentLedgerEntry))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
