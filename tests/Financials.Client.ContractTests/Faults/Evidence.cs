namespace Financials.Client.ContractTests.Faults;

/// <summary>What a fault proves about the request that met it.</summary>
internal enum Evidence
{
    /// <summary>It may or may not have been executed.</summary>
    Ambiguous,

    /// <summary>It was certainly not executed, and may be later.</summary>
    NotExecuted,

    /// <summary>It was not executed, because its token was refused.</summary>
    TokenRefused,
}
