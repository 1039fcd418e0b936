namespace Financials.Client.ContractTests.Faults;

/// <summary>What may be done with a request that may have been executed.</summary>
internal enum RepeatRule
{
    /// <summary>It may be sent again: executed twice, it does what it does once.</summary>
    Again,

    /// <summary>It may be sent again after a look for what it has created.</summary>
    AfterALook,

    /// <summary>It may never be sent again.</summary>
    Never,
}
