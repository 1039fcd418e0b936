using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Financials.Client.Ledger.Sql.Worker;

/// <summary>A database by the name of its engine and a connection string, so that it can be an argument of a process.</summary>
/// <param name="Dialect">What it understands.</param>
/// <param name="ConnectionString">Where it is.</param>
/// <param name="Schema">The schema of the tables; null for none.</param>
public sealed record SqlEngine(SqlLedgerDialect Dialect, string ConnectionString, string? Schema)
{
    static SqlEngine() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The database as arguments of a process.</summary>
    public IReadOnlyList<string> Arguments => [Dialect.ToString(), ConnectionString, Schema ?? ""];

    public static SqlEngine Of(IReadOnlyList<string> arguments) => new(
        arguments[0] == SqlLedgerDialect.Sqlite.ToString() ? SqlLedgerDialect.Sqlite : SqlLedgerDialect.PostgreSql,
        arguments[1],
        arguments[2].Length == 0 ? null : arguments[2]);

    public DbDataSource Open() =>
        Dialect == SqlLedgerDialect.Sqlite ? SqliteFactory.Instance.CreateDataSource(ConnectionString) : NpgsqlDataSource.Create(ConnectionString);
}
