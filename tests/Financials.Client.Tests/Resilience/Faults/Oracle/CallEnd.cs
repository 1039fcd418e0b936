namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>How a call ends that has met a fault.</summary>
internal enum CallEnd
{
    /// <summary>With its result.</summary>
    Success,

    /// <summary>With the exception that belongs to the fault.</summary>
    Failure,

    /// <summary>With the exception which says that nobody knows whether the request was executed.</summary>
    Unknown,
}
