namespace Financials.Client;

/// <summary>
/// A create was cancelled after it had been sent, so the service may or may not have executed it. Where it has a key, it can be looked
/// for: <see cref="Entity"/> holds the one that was sent.
/// </summary>
public class FinancialsCanceledException : OperationCanceledException
{
    /// <summary>A cancelled create, for tests.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="entity">What was to be created.</param>
    public FinancialsCanceledException(string message, object entity)
        : base(message) => Entity = entity;

    /// <summary>A cancelled create with what caused it, for tests.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="entity">What was to be created.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsCanceledException(string message, object entity, Exception? innerException)
        : base(message, innerException) => Entity = entity;

    internal FinancialsCanceledException(object entity, string clientRequestId, OperationCanceledException cancelled)
        : base(
            "The create was cancelled after it had been sent: the service may or may not have executed it. " +
            "Look for the record, by the key that Entity has, before you send it again.",
            cancelled,
            cancelled.CancellationToken) => (Entity, ClientRequestId) = (entity, clientRequestId);

    /// <summary>
    /// What was to be created, with the key that was chosen for it. It is of the type of the set, whichever that is: match it, as in
    /// <c>when (canceled.Entity is CustomerPayment payment)</c>.
    /// </summary>
    public object Entity { get; }

    /// <summary>The id that the client gave the request; null in tests.</summary>
    public string? ClientRequestId { get; }
}
