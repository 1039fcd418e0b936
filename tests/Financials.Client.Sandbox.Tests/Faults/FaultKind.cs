namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>What a fault leaves open to the client.</summary>
internal enum FaultKind
{
    /// <summary>Nothing: the answer comes, and it is the service's own.</summary>
    Harmless,

    /// <summary>The service said that it did nothing, and when to come again.</summary>
    Rejected,

    /// <summary>The service said that it did nothing, and to come again after an age.</summary>
    RejectedForAges,

    /// <summary>The client cannot know; nothing was executed.</summary>
    LostBefore,

    /// <summary>The client cannot know; the request was executed.</summary>
    LostAfter,

    /// <summary>Something else answered; nothing was executed.</summary>
    ForeignAnswer,

    /// <summary>The answer cannot be read; the request was executed.</summary>
    BrokenAnswer,
}
