using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The service has no such operation. The message names the call that works instead, where there is one.</summary>
public class FinancialsNotSupportedException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsNotSupportedException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsNotSupportedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsNotSupportedException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
