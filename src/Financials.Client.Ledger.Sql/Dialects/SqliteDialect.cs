using System.Globalization;

namespace Financials.Client.Ledger.Sql.Dialects;

/// <summary>Times are texts in UTC, which compare as the times do.</summary>
internal sealed class SqliteDialect : SqlLedgerDialect
{
    internal override bool HasSchemas => false;

    internal override string Now => "strftime('%Y-%m-%d %H:%M:%f', 'now')";

    public override string ToString() => "SQLite";

    internal override string Quote(string identifier) => $"\"{identifier}\"";

    internal override string NowPlus(string milliseconds) => $"strftime('%Y-%m-%d %H:%M:%f', 'now', ({milliseconds} / 1000.0) || ' seconds')";

    internal override object TimeValue(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    internal override string Script(SqlTables tables) => $"""
        CREATE TABLE IF NOT EXISTS {tables.Journals} (
            scope TEXT NOT NULL PRIMARY KEY,
            service TEXT NOT NULL,
            company_id TEXT NOT NULL,
            journal_id TEXT NOT NULL,
            ledger_id TEXT NOT NULL,
            line_number_offset INTEGER NOT NULL,
            last_line_number INTEGER NULL,
            owner TEXT NULL,
            lease_until TEXT NOT NULL,
            fence INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            retry_at TEXT NOT NULL,
            last_failure TEXT NULL) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS {tables.Entries} (
            scope TEXT NOT NULL,
            reference TEXT NOT NULL,
            state TEXT NOT NULL,
            line_number INTEGER NOT NULL,
            digest TEXT NOT NULL,
            payment_id TEXT NULL,
            line_before TEXT NULL,
            line_document_before TEXT NULL,
            last_entry_before INTEGER NULL,
            written_at TEXT NOT NULL,
            PRIMARY KEY (scope, reference),
            UNIQUE (scope, line_number)) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS {tables.Outbox} (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            scope TEXT NOT NULL,
            reference TEXT NOT NULL,
            document_number TEXT NULL,
            payment TEXT NOT NULL,
            state TEXT NOT NULL,
            due_at TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            reason TEXT NULL,
            enqueued_at TEXT NOT NULL,
            UNIQUE (scope, reference),
            UNIQUE (scope, document_number));

        {Indexes(tables)}
        """;
}
