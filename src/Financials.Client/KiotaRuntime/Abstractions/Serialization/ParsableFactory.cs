namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Makes an empty wire model for a node; generated models without subtypes do not look at the node.</summary>
internal delegate T ParsableFactory<out T>(IParseNode node)
    where T : IParsable;
