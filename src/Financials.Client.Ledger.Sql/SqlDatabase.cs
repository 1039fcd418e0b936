using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Financials.Client.Ledger.Sql;

/// <summary>Runs statements on the tables of a ledger.</summary>
internal sealed class SqlDatabase(DbDataSource source, SqlLedgerOptions options)
{
    public SqlLedgerOptions Options { get; } = options.Checked();

    public SqlLedgerDialect Dialect => Options.Dialect;

    public SqlTables Tables { get; } = new(options);

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    public async Task<int> ExecuteAsync(string sql, IEnumerable<SqlArgument> arguments, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var close = connection.ConfigureAwait(false);
        return await ExecuteAsync(connection, null, sql, arguments, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, string sql, IEnumerable<SqlArgument> arguments, CancellationToken cancellationToken)
    {
        var command = Command(connection, transaction, sql, arguments);
        await using var end = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows of a query, read as they are asked for.</summary>
    public async IAsyncEnumerable<T> QueryAsync<T>(
        string sql, SqlArgument[] arguments, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var close = connection.ConfigureAwait(false);
        var command = Command(connection, null, sql, arguments);
        await using var end = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var over = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return read(reader);
        }
    }

    /// <summary>The rows of a query that are few.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, SqlArgument[] arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var close = connection.ConfigureAwait(false);
        return await ListAsync(connection, null, sql, arguments, read, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<List<T>> ListAsync<T>(
        DbConnection connection, DbTransaction? transaction, string sql, IEnumerable<SqlArgument> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var command = Command(connection, transaction, sql, arguments);
        await using var end = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var over = reader.ConfigureAwait(false);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, IEnumerable<SqlArgument> arguments)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        SetText(command, sql);
        foreach (var argument in arguments)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = argument.Name;
            parameter.Value = argument.Value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA2100", Justification = "The text is made of constants and of quoted names whose characters are checked; values are parameters.")]
    private static void SetText(DbCommand command, string sql) => command.CommandText = sql;
}
