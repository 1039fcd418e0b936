using System.Data.Common;
using System.Globalization;
using Financials.Client.Ledger.Sql.Worker;
using Microsoft.Data.Sqlite;

namespace Financials.Client.Ledger.Sql.Tests.Engines;

/// <summary>Tables of one test's own, on a real engine.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string PostgreSql = "PostgreSQL";
    public const string Sqlite = "SQLite";

    private readonly string? _file;

    private TestDatabase(SqlEngine engine, string? file)
    {
        Engine = engine;
        Source = engine.Open();
        _file = file;
    }

    public SqlEngine Engine { get; }

    public DbDataSource Source { get; }

    public static async Task<TestDatabase> CreateAsync(string engine)
    {
        var name = $"test_{Guid.NewGuid():N}";
        TestDatabase database;
        if (engine == Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"{name}.db");
            database = new(new(SqlLedgerDialect.Sqlite, $"Data Source={file};Default Timeout=60", null), file);
            await database.ExecuteAsync("PRAGMA journal_mode = WAL");
        }
        else
        {
            database = new(new(SqlLedgerDialect.PostgreSql, await PostgresEngine.ConnectionStringAsync(), name), null);
            await database.ExecuteAsync($"CREATE SCHEMA {name}");
        }

        await new SqlPaymentLedger(database.Source, database.Options()).EnsureCreatedAsync();
        return database;
    }

    public SqlLedgerOptions Options(string owner = "worker", TimeSpan? lease = null, TimeProvider? time = null) => new()
    {
        Dialect = Engine.Dialect, Schema = Engine.Schema, Owner = owner, LeaseDuration = lease ?? TimeSpan.FromMinutes(2), TimeProvider = time ?? TimeProvider.System,
    };

    /// <summary>The name of a table as statements have it.</summary>
    public string Table(string name) => Engine.Schema is null ? $"financials_{name}" : $"{Engine.Schema}.financials_{name}";

    /// <summary>Lets every lease end, as time would.</summary>
    public Task EndLeasesAsync() => ExecuteAsync(
        $"UPDATE {Table("payment_journals")} SET lease_until = {(Engine.Schema is null ? "'2000-01-01 00:00:00.000'" : "timestamptz '2000-01-01'")}");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string table, string condition = "1 = 1")
    {
        await using var command = Source.CreateCommand($"SELECT COUNT(*) FROM {Table(table)} WHERE {condition}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>How large PostgreSQL's tables are with their indexes.</summary>
    public async Task<string?> SizesAsync()
    {
        await using var command = Source.CreateCommand(
            $"SELECT string_agg(relname || ' ' || pg_size_pretty(pg_total_relation_size(relid)), ', ') FROM pg_stat_user_tables WHERE schemaname = '{Engine.Schema}'");
        return (string?)await command.ExecuteScalarAsync();
    }

    public async Task InTransactionAsync(Func<DbTransaction, Task> work, bool isRolledBack = false)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await work(transaction);
        if (!isRolledBack)
        {
            await transaction.CommitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is null)
        {
            await ExecuteAsync($"DROP SCHEMA {Engine.Schema} CASCADE");
        }

        await Source.DisposeAsync();
        if (_file is not null)
        {
            using (var pool = new SqliteConnection(Engine.ConnectionString))
            {
                SqliteConnection.ClearPool(pool);
            }

            foreach (var suffix in (string[])["", "-wal", "-shm"])
            {
                File.Delete(_file + suffix);
            }
        }
    }
}
