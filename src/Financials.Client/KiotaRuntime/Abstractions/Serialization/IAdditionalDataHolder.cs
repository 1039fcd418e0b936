namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A wire model that keeps the properties its contract does not name.</summary>
internal interface IAdditionalDataHolder
{
    IDictionary<string, object> AdditionalData { get; set; }
}
