using Financials.Client.Ledger.Sql.Dialects;

namespace Financials.Client.Ledger.Sql;

/// <summary>Which SQL a database understands. There are three, and no others can be made.</summary>
public abstract class SqlLedgerDialect
{
    private protected SqlLedgerDialect()
    {
    }

    /// <summary>PostgreSQL 12 and later.</summary>
    public static SqlLedgerDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>SQLite 3.35 and later.</summary>
    public static SqlLedgerDialect Sqlite { get; } = new SqliteDialect();

    /// <summary>SQL Server 2016 and later, and Azure SQL. Not yet run on a live server.</summary>
    public static SqlLedgerDialect SqlServer { get; } = new SqlServerDialect();

    internal virtual bool HasSchemas => true;

    /// <summary>The time of the database server, as an expression.</summary>
    internal abstract string Now { get; }

    /// <summary>What keeps two workers from creating the tables at the same time, until the transaction ends; null where nothing is needed.</summary>
    internal virtual string? LockForCreation => null;

    /// <summary>
    /// What keeps a worker that is stopped in the midst of a transaction from holding a journal's row for longer than a few seconds; empty
    /// where the database has no such thing.
    /// </summary>
    internal virtual string EndWhenIdle => "";

    /// <summary>The database's name.</summary>
    public abstract override string ToString();

    internal abstract string Quote(string identifier);

    /// <summary>The time of the database server some milliseconds from now, as an expression.</summary>
    /// <param name="milliseconds">The name of a parameter. Its value may be negative.</param>
    internal abstract string NowPlus(string milliseconds);

    /// <summary>What an update or an insert returns, where this is said before its condition or its values.</summary>
    /// <param name="source">Whether the new or the old rows are meant: <c>inserted</c> or <c>deleted</c>.</param>
    /// <param name="columns">The columns.</param>
    internal virtual string Output(string source, params string[] columns) => "";

    /// <summary>What an update or an insert returns, where this is said at its end.</summary>
    internal virtual string Returning(params string[] columns) => $"RETURNING {string.Join(", ", columns)}";

    /// <summary>The end of an ordered query that takes the first rows only.</summary>
    internal virtual string First(string count) => $"LIMIT {count}";

    /// <summary>Rows of values as a query.</summary>
    internal virtual string Rows(string values, string columns) => $"VALUES {values}";

    /// <summary>The end of an insert that leaves out rows whose key is taken; empty where the insert has to look for itself.</summary>
    internal virtual string ExceptTaken => "ON CONFLICT DO NOTHING";

    /// <summary>Inserts rows, or changes those that are there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The columns by which a row is known.</param>
    /// <param name="columns">The other columns.</param>
    /// <param name="values">The rows: first the key, then the others.</param>
    internal virtual string Upsert(string table, string[] key, string[] columns, string values) => $"""
        INSERT INTO {table} ({string.Join(", ", [.. key, .. columns])})
        VALUES {values}
        ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", columns.Select(column => $"{column} = excluded.{column}"))}
        """;

    /// <summary>A time as the value of a parameter.</summary>
    internal abstract object TimeValue(DateTimeOffset time);

    /// <summary>Wakes those who listen to a channel when the transaction is committed; null where the database cannot.</summary>
    internal virtual string? Notify(string channel) => null;

    /// <summary>The script that creates the tables where they are missing.</summary>
    internal abstract string Script(SqlTables tables);

    /// <summary>The indexes by which payments that wait are found, where the database creates them apart from their table.</summary>
    private protected static string Indexes(SqlTables tables) => $"""
        CREATE INDEX IF NOT EXISTS {tables.Named("payment_outbox_due")} ON {tables.Outbox} (scope, id, due_at) WHERE state = 'due';
        CREATE INDEX IF NOT EXISTS {tables.Named("payment_outbox_parked")} ON {tables.Outbox} (id) WHERE state = 'parked';
        """;
}
