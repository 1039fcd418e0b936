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

    internal FinancialsStaleException(string message, ErrorFacts facts, Exception? cause, object? current = null)
        : base(message, facts, cause) => Current = current;

    /// <summary>
    /// The entity as it is now, of the type that was to be changed; null where it could not be read. Apply your change to it
    /// with <c>with</c> and update that one.
    /// </summary>
    public object? Current { get; }

    internal FinancialsStaleException With(object? current) => new(Message, Facts, InnerException, current);
}
