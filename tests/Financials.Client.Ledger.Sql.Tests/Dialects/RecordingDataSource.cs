using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Financials.Client.Ledger.Sql.Tests.Dialects;

/// <summary>A database that notes the statements, gives rows of zeros and nulls, and says of each that it changed one row.</summary>
internal sealed class RecordingDataSource : DbDataSource
{
    public List<string> Statements { get; } = [];

    /// <summary>What the next queries give: a row, or none where it has no values.</summary>
    public Queue<object?[]> Rows { get; } = [];

    public override string ConnectionString => "";

    protected override DbConnection CreateDbConnection() => new Connection(this);

    private sealed class Connection(RecordingDataSource source) : DbConnection
    {
        public RecordingDataSource Recorder => source;

        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Open;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Close()
        {
        }

        public override void Open()
        {
        }

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this);

        protected override DbCommand CreateDbCommand() => new Command(source);
    }

    private sealed class Transaction(Connection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Command(RecordingDataSource source) : DbCommand
    {
        // SQLite's parameters are as good as any to note names and values.
        private readonly Microsoft.Data.Sqlite.SqliteCommand _parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override int ExecuteNonQuery()
        {
            source.Statements.Add(CommandText);
            return 1;
        }

        public override object? ExecuteScalar() => throw new NotSupportedException();

        public override void Prepare()
        {
        }

        protected override DbParameter CreateDbParameter() => _parameters.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            source.Statements.Add(CommandText);
            using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
            if (source.Rows.TryDequeue(out var row) && row.Length > 0)
            {
                foreach (var value in row)
                {
                    table.Columns.Add("", value?.GetType() ?? typeof(string));
                }

                table.Rows.Add(row);
            }

            return table.CreateDataReader();
        }
    }
}
