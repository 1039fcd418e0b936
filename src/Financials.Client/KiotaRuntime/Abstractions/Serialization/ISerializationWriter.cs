namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Writes the properties of a wire model. A null value is not written; an explicit null travels as additional data.</summary>
internal interface ISerializationWriter
{
    void WriteStringValue(string? key, string? value);

    void WriteBoolValue(string? key, bool? value);

    void WriteIntValue(string? key, int? value);

    void WriteDecimalValue(string? key, decimal? value);

    void WriteGuidValue(string? key, Guid? value);

    void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value);

    void WriteDateValue(string? key, Date? value);

    void WriteObjectValue<T>(string? key, T? value)
        where T : IParsable;

    void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable;

    void WriteAdditionalData(IDictionary<string, object> value);
}
