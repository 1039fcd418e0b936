using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>Somebody else has changed the entity since it was read. Nothing was changed by this request.</summary>
public class FinancialsStaleException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="current">The entity as it is now.</param>
    public FinancialsStaleException(string message, object? current = null)
        : base(message) => Current = current;

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="current">The entity as it is now.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsStaleException(string message, object? current, Exception? innerException)
        : base(message, innerException) => Current = current;

    internal FinancialsStaleException(string message, ErrorFacts facts, Exception? cause, object? current = null)
        : base(message, facts, cause) => Current = current;

    /// <summary>
    /// The entity as it is now; null where it could not be read. Apply your change to it with <c>with</c> and update that one. It is of
    /// the type of the set, whichever that is: match it, as in <c>when (stale.Current is Customer current)</c>.
    /// </summary>
    public object? Current { get; }

    internal FinancialsStaleException With(object? current) => new(Message, Facts, InnerException, current);
}
