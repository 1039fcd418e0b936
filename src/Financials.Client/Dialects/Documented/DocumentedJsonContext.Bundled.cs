using System.Text.Json.Serialization;
using Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>
/// Source-generated metadata of the wire models that occur in answers; what a model refers to comes along. One context for
/// each generated client, because a context cannot hold two types of the same simple name.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompanyCollection))]
[JsonSerializable(typeof(CurrencyCollection))]
[JsonSerializable(typeof(CustomerCollection))]
[JsonSerializable(typeof(CustomerPaymentCollection))]
[JsonSerializable(typeof(CustomerPaymentJournalCollection))]
[JsonSerializable(typeof(PaymentMethodCollection))]
[JsonSerializable(typeof(PaymentTermCollection))]
[JsonSerializable(typeof(SalesInvoiceCollection))]
[JsonSerializable(typeof(ShipmentMethodCollection))]
internal sealed partial class DocumentedJsonContext : JsonSerializerContext;
