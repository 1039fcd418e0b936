using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Financials.Client.Ledger.Sql.Ledger;

/// <summary>The entries of the ledger in their table.</summary>
/// <param name="database">The database.</param>
internal sealed class EntryRows(SqlDatabase database)
{
    /// <summary>How many entries one statement writes; SQL Server takes 2,100 parameters.</summary>
    private const int MostPerStatement = 200;

    private const string Columns = "reference, state, line_number, digest, payment_id, line_before, line_document_before, last_entry_before";

    private static readonly string[] Key = ["scope", "reference"];

    private static readonly string[] Others =
        ["state", "line_number", "digest", "payment_id", "line_before", "line_document_before", "last_entry_before", "written_at"];

    private readonly string _find = $"SELECT {Columns} FROM {database.Tables.Entries} WHERE scope = @scope AND reference";

    private readonly string _all = $"SELECT {Columns} FROM {database.Tables.Entries} WHERE scope = @scope ORDER BY reference";

    /// <summary>A payment that still waits in the outbox is known to be sent by its entry, so that entry stays.</summary>
    private readonly string _deleteCreated = $"""
        DELETE FROM {database.Tables.Entries}
        WHERE scope = @scope AND state = 'Created' AND written_at <= {database.Dialect.NowPlus("@age")}
        AND NOT EXISTS (
            SELECT 1 FROM {database.Tables.Outbox} AS waiting
            WHERE waiting.scope = {database.Tables.Entries}.scope AND waiting.reference = {database.Tables.Entries}.reference AND waiting.state <> 'done')
        """;

    public async Task<PaymentLedgerEntry?> FindAsync(Guid scope, string reference, CancellationToken cancellationToken) =>
        (await FindAsync(scope, [reference], cancellationToken).ConfigureAwait(false))[0];

    public async Task<IReadOnlyList<PaymentLedgerEntry?>> FindAsync(Guid scope, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, PaymentLedgerEntry>(StringComparer.Ordinal);
        foreach (var chunk in references.Chunk(MostPerStatement))
        {
            SqlArgument[] arguments = [new("scope", scope), .. chunk.Select((reference, place) => new SqlArgument(Name(place), SqlScope.Reference(reference)))];
            var sql = $"{_find} IN ({string.Join(", ", chunk.Select((_, place) => $"@{Name(place)}"))})";
            foreach (var entry in await database.ListAsync(sql, arguments, Read, cancellationToken).ConfigureAwait(false))
            {
                found[entry.Reference] = entry;
            }
        }

        return [.. references.Select(reference => found.GetValueOrDefault(SqlScope.Reference(reference)))];

        static string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"reference{place}");
    }

    public IAsyncEnumerable<PaymentLedgerEntry> ReadAllAsync(Guid scope, CancellationToken cancellationToken) =>
        database.QueryAsync(_all, [new("scope", scope)], Read, cancellationToken);

    public Task<int> DeleteCreatedAsync(Guid scope, TimeSpan age, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_deleteCreated, [new("scope", scope), new("age", -(long)age.TotalMilliseconds)], cancellationToken);

    public async Task WriteAsync(
        DbConnection connection, DbTransaction transaction, Guid scope, IEnumerable<PaymentLedgerEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var chunk in entries.Chunk(MostPerStatement))
        {
            List<SqlArgument> arguments = [new("scope", scope)];
            var values = new StringBuilder();
            foreach (var entry in chunk)
            {
                object?[] row =
                [
                    SqlScope.Reference(entry.Reference), entry.State.ToString(), entry.LineNumber, entry.Digest, entry.PaymentId, entry.LineBefore,
                    entry.LineDocumentBefore, entry.LastEntryBefore,
                ];
                values.Append(values.Length == 0 ? "(@scope" : ", (@scope");
                foreach (var value in row)
                {
                    var name = string.Create(CultureInfo.InvariantCulture, $"p{arguments.Count}");
                    values.Append(", @").Append(name);
                    arguments.Add(new(name, value));
                }

                values.Append(", ").Append(database.Dialect.Now).Append(')');
            }

            var upsert = database.Dialect.Upsert(database.Tables.Entries, Key, Others, values.ToString());
            await SqlDatabase.ExecuteAsync(connection, transaction, upsert, arguments, cancellationToken).ConfigureAwait(false);
        }
    }

    private static PaymentLedgerEntry Read(DbDataReader row) => new()
    {
        Reference = row.GetString(0),
        State = Enum.Parse<PaymentLedgerState>(row.GetString(1)),
        LineNumber = row.GetInt32(2),
        Digest = row.GetString(3),
        PaymentId = Rows.Id(row, 4),
        LineBefore = Rows.Id(row, 5),
        LineDocumentBefore = Rows.Text(row, 6),
        LastEntryBefore = Rows.Number(row, 7),
    };
}
