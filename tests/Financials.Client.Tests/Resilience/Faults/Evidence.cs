namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>What a fault proves about the request.</summary>
internal enum Evidence
{
    /// <summary>It was certainly not executed, and may be later.</summary>
    NotExecuted,

    /// <summary>It may or may not have been executed.</summary>
    Ambiguous,

    /// <summary>The service refused it for good.</summary>
    Refused,

    /// <summary>The service refused it because the entity has changed.</summary>
    Stale,

    /// <summary>The service refused the token.</summary>
    TokenRefused,

    /// <summary>The service says that it was executed, but what it returns cannot be used.</summary>
    Unusable,

    /// <summary>The caller ended it.</summary>
    Ended,
}
