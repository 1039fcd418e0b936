using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The service has had too many requests and did not execute this one. Wait, for <see cref="FinancialsException.RetryAfter"/> where that is known, before the next.</summary>
public class FinancialsThrottledException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsThrottledException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsThrottledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsThrottledException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
