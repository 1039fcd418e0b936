using System.Data.Common;
using Financials.Client.Ledger.Sql;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace WorkerService;

/// <summary>Where payments wait: PostgreSQL where the connection string <c>Payments</c> is set, else a file of SQLite in the inbox.</summary>
internal static class WorkerDatabase
{
    public const string ConnectionName = "Payments";

    public static DbDataSource Open(IConfiguration configuration) => configuration.GetConnectionString(ConnectionName) is { Length: > 0 } postgreSql
        ? NpgsqlDataSource.Create(postgreSql)
        : SqliteFactory.Instance.CreateDataSource(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(Directory.CreateDirectory(configuration["Worker:Inbox"]!).FullName, "payments.db"),
        }.ConnectionString);

    public static SqlLedgerDialect DialectOf(DbDataSource database) => database is NpgsqlDataSource ? SqlLedgerDialect.PostgreSql : SqlLedgerDialect.Sqlite;

    /// <summary>Creates what is missing. Workers that start at the same time may all do it.</summary>
    public static async Task PrepareAsync(DbDataSource database, SqlPaymentLedger ledger)
    {
        if (database is not NpgsqlDataSource)
        {
            await using var command = database.CreateCommand("PRAGMA journal_mode = WAL");
            await command.ExecuteNonQueryAsync();
        }

        await ledger.EnsureCreatedAsync();
    }
}
