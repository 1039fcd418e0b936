namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>
/// A value in a document, as a generated deserialiser asks for it. Nothing implements it here: models are filled by
/// forward readers, and their deserialisers serve only to learn the properties' names.
/// </summary>
internal interface IParseNode
{
    string? GetStringValue();

    bool? GetBoolValue();

    int? GetIntValue();

    decimal? GetDecimalValue();

    Guid? GetGuidValue();

    DateTimeOffset? GetDateTimeOffsetValue();

    Date? GetDateValue();

    T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable;

    IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable;
}
