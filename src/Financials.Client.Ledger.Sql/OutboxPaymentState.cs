namespace Financials.Client.Ledger.Sql;

/// <summary>What a payment in the outbox waits for.</summary>
public enum OutboxPaymentState
{
    /// <summary>It is sent as soon as its time has come and its journal is free.</summary>
    Due,

    /// <summary>The service refused it, or nobody can tell whether it exists, or it cannot be sent as it is. Somebody has to decide.</summary>
    Parked,

    /// <summary>It exists. Such payments are deleted unless <see cref="PaymentOutboxOptions.KeepsDone"/> is set.</summary>
    Done,
}
