namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>What a fault proves about the request that met it.</summary>
internal enum Evidence
{
    /// <summary>The response came, and it is the service's own.</summary>
    Executed,

    /// <summary>It was certainly not executed, and may be later.</summary>
    NotExecuted,

    /// <summary>It was certainly not executed, and may be after a wait that no call has the time for.</summary>
    NotExecutedForAges,

    /// <summary>It was not executed, because its token was refused.</summary>
    TokenRefused,

    /// <summary>The service refused it for good.</summary>
    Refused,

    /// <summary>The service refused it because the entity has changed.</summary>
    Stale,

    /// <summary>It may or may not have been executed.</summary>
    Ambiguous,

    /// <summary>The service says that it was executed, but what it returns cannot be used.</summary>
    Unusable,

    /// <summary>The service says that it was executed, and returns nothing.</summary>
    Empty,

    /// <summary>The caller ended it.</summary>
    Ended,
}
