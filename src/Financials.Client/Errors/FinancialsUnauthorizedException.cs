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

    internal FinancialsUnauthorizedException(string message, ErrorFacts facts, Exception? cause)
        : base(message, facts, cause)
    {
    }
}
