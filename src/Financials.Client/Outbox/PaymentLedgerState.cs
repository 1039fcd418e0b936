namespace Financials.Client;

/// <summary>How far a payment of a batch has come.</summary>
public enum PaymentLedgerState
{
    /// <summary>It is about to be sent; from now on it may exist.</summary>
    Sending,

    /// <summary>It exists: it is in the journal, or was when this was written.</summary>
    Created,

    /// <summary>The service has refused it, or it was certainly not sent, so it does not exist.</summary>
    Refused,
}
