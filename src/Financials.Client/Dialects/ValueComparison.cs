namespace Financials.Client.Dialects;

/// <summary>When two values of a property count as the same.</summary>
internal enum ValueComparison
{
    /// <summary>Where they are the same to the last character.</summary>
    Exact,

    /// <summary>Codes also where they differ in case and outer spaces only.</summary>
    IgnoringCase,

    /// <summary>
    /// Where the second is how the service stores the first: properties that were left to it are ignored, and so is what it writes in its
    /// own way, such as codes in upper case.
    /// </summary>
    AsStored,
}
