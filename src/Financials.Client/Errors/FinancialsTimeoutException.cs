using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The response, or the token for the request, did not come in time.</summary>
public class FinancialsTimeoutException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsTimeoutException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
