namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value in a document, read as the type that a generated deserialiser asks for; null where it is absent.</summary>
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
