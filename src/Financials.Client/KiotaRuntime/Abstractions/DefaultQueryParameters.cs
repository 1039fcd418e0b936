namespace Microsoft.Kiota.Abstractions;

/// <summary>The query parameters of an operation that has none.</summary>
internal sealed class DefaultQueryParameters;
