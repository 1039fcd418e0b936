using System.Text.Json.Serialization;

namespace Financials.Client.Tests.Calls;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Loyalty))]
[JsonSerializable(typeof(Uri))]
internal sealed partial class LoyaltyContext : JsonSerializerContext;
