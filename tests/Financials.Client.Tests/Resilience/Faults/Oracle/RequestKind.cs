namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>A request, by what may be done where nobody knows whether it was executed.</summary>
internal enum RequestKind
{
    /// <summary>It changes nothing, so it is retried.</summary>
    Read,

    /// <summary>It is retried: the version that it carries lets the service execute it once.</summary>
    Update,

    /// <summary>It is retried: what is gone cannot be deleted a second time.</summary>
    Delete,

    /// <summary>It is retried after a look for the record that it may have created.</summary>
    CreateWithKey,

    /// <summary>It is never retried: nothing tells its record from another's.</summary>
    CreateWithoutKey,

    /// <summary>It is never retried: what it was to change is read instead.</summary>
    Posting,

    /// <summary>It is never retried: its effect cannot be read.</summary>
    Action,
}
