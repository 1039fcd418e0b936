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

    internal FinancialsNotFoundException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
