using System.Data.Common;

namespace PaymentApi;

/// <summary>What the application itself keeps, in the same database: which deliveries came.</summary>
internal static class Deliveries
{
    public static async Task CreateTableAsync(DbDataSource database)
    {
        await using var command = database.CreateCommand("CREATE TABLE IF NOT EXISTS deliveries (reference TEXT NOT NULL, received TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)");
        await command.ExecuteNonQueryAsync();
    }

    public static async Task AddAsync(DbTransaction transaction, string reference, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO deliveries (reference) VALUES (@reference)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@reference", reference);
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
