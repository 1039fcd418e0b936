using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>The service did not accept the token, or the token's owner may not do this.</summary>
public class FinancialsUnauthorizedException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsUnauthorizedException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsUnauthorizedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal FinancialsUnauthorizedException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
