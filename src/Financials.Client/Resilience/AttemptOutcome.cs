namespace Financials.Client.Resilience;

/// <summary>What the end of one attempt says about the request.</summary>
internal enum AttemptOutcome
{
    /// <summary>The service decided: it did what it was asked, or refused it for good.</summary>
    Final,

    /// <summary>The service has certainly not executed the request, and may do so later.</summary>
    NotExecuted,

    /// <summary>The service may or may not have executed the request.</summary>
    Unknown,
}
