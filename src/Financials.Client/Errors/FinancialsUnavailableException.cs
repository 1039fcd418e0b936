using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The service could not be reached or could not work. The request may succeed later.</summary>
public class FinancialsUnavailableException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsUnavailableException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
