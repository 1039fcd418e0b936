using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The entity, or the company it belongs to, does not exist.</summary>
public class FinancialsNotFoundException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsNotFoundException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
