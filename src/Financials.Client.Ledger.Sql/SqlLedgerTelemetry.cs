namespace Financials.Client.Ledger.Sql;

/// <summary>
/// The names under which an outbox tells what it does: the metrics <c>financials.outbox.due</c>, <c>financials.outbox.parked</c> (payments),
/// <c>financials.outbox.oldest_due.age</c> (seconds) and <c>financials.outbox.payments</c> (those sent, by outcome), and log entries.
/// </summary>
public static class SqlLedgerTelemetry
{
    /// <summary>The name of the meter, for OpenTelemetry's <c>AddMeter</c>.</summary>
    public const string MeterName = "Financials.Client.Ledger.Sql";

    /// <summary>The category of the log entries.</summary>
    public const string LogCategory = "Financials.Client.Ledger.Sql";
}
