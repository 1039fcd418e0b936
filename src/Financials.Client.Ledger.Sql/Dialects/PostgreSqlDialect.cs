namespace Financials.Client.Ledger.Sql.Dialects;

internal sealed class PostgreSqlDialect : SqlLedgerDialect
{
    /// <summary>Not that of <c>now()</c>, which stands still from the beginning of a transaction, also while it waits for a lock.</summary>
    internal override string Now => "clock_timestamp()";

    internal override string LockForCreation => "SELECT pg_advisory_xact_lock(hashtext('Financials.Client.Ledger.Sql'))";

    internal override string EndWhenIdle => "SET LOCAL idle_in_transaction_session_timeout = 5000;\n";

    public override string ToString() => "PostgreSQL";

    internal override string Quote(string identifier) => $"\"{identifier}\"";

    internal override string NowPlus(string milliseconds) => $"clock_timestamp() + {milliseconds} * interval '1 millisecond'";

    internal override object TimeValue(DateTimeOffset time) => time.ToUniversalTime();

    internal override string Notify(string channel) => $"SELECT pg_notify('{channel}', '')";

    internal override string Script(SqlTables tables) => $"""
        CREATE TABLE IF NOT EXISTS {tables.Journals} (
            scope uuid PRIMARY KEY,
            service text NOT NULL,
            company_id uuid NOT NULL,
            journal_id uuid NOT NULL,
            ledger_id uuid NOT NULL,
            line_number_offset integer NOT NULL,
            last_line_number integer NULL,
            owner text NULL,
            lease_until timestamptz NOT NULL,
            fence bigint NOT NULL,
            failures integer NOT NULL,
            retry_at timestamptz NOT NULL,
            last_failure text NULL);

        CREATE TABLE IF NOT EXISTS {tables.Entries} (
            scope uuid NOT NULL,
            reference text NOT NULL,
            state text NOT NULL,
            line_number integer NOT NULL,
            digest text NOT NULL,
            payment_id uuid NULL,
            line_before uuid NULL,
            line_document_before text NULL,
            last_entry_before integer NULL,
            written_at timestamptz NOT NULL,
            PRIMARY KEY (scope, reference),
            UNIQUE (scope, line_number));

        CREATE TABLE IF NOT EXISTS {tables.Outbox} (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            scope uuid NOT NULL,
            reference text NOT NULL,
            document_number text NULL,
            payment text NOT NULL,
            state text NOT NULL,
            due_at timestamptz NOT NULL,
            attempts integer NOT NULL,
            reason text NULL,
            enqueued_at timestamptz NOT NULL,
            UNIQUE (scope, reference),
            UNIQUE (scope, document_number));

        {Indexes(tables)}
        """;
}
