using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The service refused a value or the request as a whole. Sending it again without a change will fail again.</summary>
public class FinancialsValidationException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsValidationException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsValidationException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
