using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>An entity with the same key exists already. Nothing was created.</summary>
public class FinancialsDuplicateException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsDuplicateException(string message)
        : base(message)
    {
    }

    internal FinancialsDuplicateException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
