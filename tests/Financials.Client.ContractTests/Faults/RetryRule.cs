namespace Financials.Client.ContractTests.Faults;

/// <summary>What may be done with a request that may have been executed.</summary>
internal enum RetryRule
{
    /// <summary>It may be retried: executed twice, it does what it does once.</summary>
    Again,

    /// <summary>It may be retried after a look for what it has created.</summary>
    AfterALook,

    /// <summary>It may never be retried; what it was to change is read instead.</summary>
    NeverButRead,

    /// <summary>It may never be retried.</summary>
    Never,
}
