using System.Text.Json.Serialization;

namespace Financials.Client.Tests.Calls;

[JsonSerializable(typeof(Customer))]
internal sealed partial class ModelContext : JsonSerializerContext;
