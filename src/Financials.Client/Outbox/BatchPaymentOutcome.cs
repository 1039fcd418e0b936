namespace Financials.Client;

/// <summary>What became of a payment of a batch.</summary>
public enum BatchPaymentOutcome
{
    /// <summary>It is in the journal, or was when the ledger learned of it.</summary>
    Created,

    /// <summary>It was posted before its response could be read. It has no id and no line any more.</summary>
    Posted,

    /// <summary>The service refused it, so it does not exist. It is sent when the batch is run again.</summary>
    Refused,

    /// <summary>
    /// It may or may not exist, and the service could not settle that. It is not retried: look for it as the failure says, and give it
    /// another reference once you know that it does not exist.
    /// </summary>
    Unknown,
}
