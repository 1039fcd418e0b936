namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>A payment to send.</summary>
/// <param name="Id">Its number in the outbox.</param>
/// <param name="Reference">The caller's own name for it.</param>
/// <param name="Payment">The payment; null where this version cannot read it.</param>
internal sealed record DuePayment(long Id, string Reference, CustomerPayment? Payment);
