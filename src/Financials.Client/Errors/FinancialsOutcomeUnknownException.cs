using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>
/// The service may or may not have done what it was asked: the response was lost, and what could be looked up did not settle
/// it. Do not send the request again before you have looked yourself.
/// </summary>
public class FinancialsOutcomeUnknownException : FinancialsException
{
    /// <summary>An error with a message, for tests.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="entity">What was to be created.</param>
    public FinancialsOutcomeUnknownException(string message, object? entity = null)
        : base(message) => Entity = entity;

    /// <summary>An error with a message and what caused it, for tests.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="entity">What was to be created.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsOutcomeUnknownException(string message, object? entity, Exception? innerException)
        : base(message, innerException) => Entity = entity;

    private FinancialsOutcomeUnknownException(string message, object? entity, ErrorFacts facts, Exception cause, bool mayBeSettledLater)
        : base(message, facts, cause) => (Entity, MayBeSettledLater) = (entity, mayBeSettledLater);

    /// <summary>
    /// What was to be created, with the key that was chosen for it: look for that. Null for an action. It is of the type of the set, whichever
    /// that is: match it, as in <c>when (unknown.Entity is CustomerPayment payment)</c>.
    /// </summary>
    public object? Entity { get; }

    /// <summary>Whether the service could not be asked, so that the same look-up may settle it later.</summary>
    internal bool MayBeSettledLater { get; }

    /// <summary>The service did what it was asked, and did not return the record.</summary>
    internal static FinancialsOutcomeUnknownException NotReturned(object entity, ErrorFacts facts) => new(
        "The service created or changed the record but did not return it. Read it back before you go on.",
        entity,
        facts,
        new FinancialsException("The response was empty."),
        mayBeSettledLater: false);

    internal static FinancialsOutcomeUnknownException Of(object? entity, FinancialsException failure, string because, bool mayBeSettledLater) => new(
        $"It is not known whether the service executed the request. {because}. Look for the record, or ask support with the request's ids, before you send it again. The last failure: {failure.Message}",
        entity,
        failure.Facts,
        failure,
        mayBeSettledLater);
}
