using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>
/// An entity with the same key exists already. The message says whether nothing was created, or whether the entity may be this call's own,
/// because it has the same values or a response was lost.
/// </summary>
public class FinancialsDuplicateException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsDuplicateException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsDuplicateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsDuplicateException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
