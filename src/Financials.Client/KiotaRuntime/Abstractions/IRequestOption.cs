namespace Microsoft.Kiota.Abstractions;

/// <summary>Named by generated signatures; the bundled runtime knows no options.</summary>
internal interface IRequestOption;
