namespace Financials.Client.Operations;

/// <summary>What the end of one attempt says about the request.</summary>
internal enum AttemptOutcome
{
    /// <summary>The service did what it was asked.</summary>
    Succeeded,

    /// <summary>The service refused for good, or nothing can come of another attempt.</summary>
    Refused,

    /// <summary>The service has certainly not executed the request, and may do so later.</summary>
    NotExecuted,

    /// <summary>The service may or may not have executed the request.</summary>
    Unclear,
}
