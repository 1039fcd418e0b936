namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>A request that a call makes of the service.</summary>
internal enum Step
{
    /// <summary>The call's own request, for the first time or as a retry.</summary>
    Send,

    /// <summary>A question about what the call's own request has done, or about what is there instead.</summary>
    Ask,
}
