namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A generated wire model.</summary>
internal interface IParsable
{
    /// <summary>One action per property of the wire format, which reads a node into this instance.</summary>
    IDictionary<string, Action<IParseNode>> GetFieldDeserializers();

    void Serialize(ISerializationWriter writer);
}
