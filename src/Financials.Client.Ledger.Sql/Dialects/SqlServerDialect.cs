namespace Financials.Client.Ledger.Sql.Dialects;

/// <summary>References and document numbers are compared by their code units, whatever the database's collation is.</summary>
internal sealed class SqlServerDialect : SqlLedgerDialect
{
    private const string Ordinal = "COLLATE Latin1_General_100_BIN2";

    internal override string Now => "SYSDATETIMEOFFSET()";

    internal override string LockForCreation =>
        "EXEC sp_getapplock @Resource = 'Financials.Client.Ledger.Sql', @LockMode = 'Exclusive', @LockTimeout = 60000";

    internal override string ExceptTaken => "";

    public override string ToString() => "SQL Server";

    internal override string Quote(string identifier) => $"[{identifier}]";

    internal override string NowPlus(string milliseconds) =>
        $"DATEADD(millisecond, {milliseconds} % 1000, DATEADD(second, {milliseconds} / 1000, SYSDATETIMEOFFSET()))";

    internal override string Output(string source, params string[] columns) => $"OUTPUT {source}.{string.Join($", {source}.", columns)}";

    internal override string Returning(params string[] columns) => "";

    internal override string First(string count) => $"OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY";

    internal override string Rows(string values, string columns) => $"SELECT * FROM (VALUES {values}) AS given ({columns})";

    /// <summary>Other writers of these rows wait for the lease's row, which the transaction has changed before, so nobody comes between.</summary>
    internal override string Upsert(string table, string[] key, string[] columns, string values)
    {
        string[] all = [.. key, .. columns];
        return $"""
            MERGE INTO {table} AS target
            USING (VALUES {values}) AS source ({string.Join(", ", all)})
            ON {string.Join(" AND ", key.Select(column => $"target.{column} = source.{column}"))}
            WHEN MATCHED THEN UPDATE SET {string.Join(", ", columns.Select(column => $"{column} = source.{column}"))}
            WHEN NOT MATCHED THEN INSERT ({string.Join(", ", all)}) VALUES ({string.Join(", ", all.Select(column => $"source.{column}"))});
            """;
    }

    internal override object TimeValue(DateTimeOffset time) => time;

    internal override string Script(SqlTables tables) => $"""
        IF OBJECT_ID(N'{tables.Journals}', N'U') IS NULL
        CREATE TABLE {tables.Journals} (
            scope uniqueidentifier NOT NULL PRIMARY KEY,
            service nvarchar(400) NOT NULL,
            company_id uniqueidentifier NOT NULL,
            journal_id uniqueidentifier NOT NULL,
            ledger_id uniqueidentifier NOT NULL,
            line_number_offset int NOT NULL,
            last_line_number int NULL,
            owner nvarchar(200) NULL,
            lease_until datetimeoffset NOT NULL,
            fence bigint NOT NULL,
            failures int NOT NULL,
            retry_at datetimeoffset NOT NULL,
            last_failure nvarchar(2000) NULL);

        IF OBJECT_ID(N'{tables.Entries}', N'U') IS NULL
        CREATE TABLE {tables.Entries} (
            scope uniqueidentifier NOT NULL,
            reference nvarchar(250) {Ordinal} NOT NULL,
            state varchar(10) NOT NULL,
            line_number int NOT NULL,
            digest varchar(100) NOT NULL,
            payment_id uniqueidentifier NULL,
            line_before uniqueidentifier NULL,
            line_document_before nvarchar(50) NULL,
            last_entry_before int NULL,
            written_at datetimeoffset NOT NULL,
            PRIMARY KEY (scope, reference),
            UNIQUE (scope, line_number));

        IF OBJECT_ID(N'{tables.Outbox}', N'U') IS NULL
        CREATE TABLE {tables.Outbox} (
            id bigint IDENTITY PRIMARY KEY,
            scope uniqueidentifier NOT NULL,
            reference nvarchar(250) {Ordinal} NOT NULL,
            document_number nvarchar(20) {Ordinal} NULL,
            payment nvarchar(max) NOT NULL,
            state varchar(10) NOT NULL,
            due_at datetimeoffset NOT NULL,
            attempts int NOT NULL,
            reason nvarchar(2000) NULL,
            enqueued_at datetimeoffset NOT NULL,
            UNIQUE (scope, reference),
            INDEX {tables.Named("payment_outbox_document")} UNIQUE (scope, document_number) WHERE document_number IS NOT NULL,
            INDEX {tables.Named("payment_outbox_due")} (scope, id, due_at) WHERE state = 'due',
            INDEX {tables.Named("payment_outbox_parked")} (id) WHERE state = 'parked');
        """;
}
