namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>A journal with payments to send that nobody is sending.</summary>
/// <param name="Scope">What its rows are known by.</param>
/// <param name="Address">Which journal.</param>
/// <param name="Failures">How often it failed since it last worked.</param>
internal sealed record WaitingJournal(Guid Scope, PaymentJournalAddress Address, int Failures);
