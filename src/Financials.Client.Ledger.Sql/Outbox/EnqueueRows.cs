using System.Data.Common;
using System.Globalization;
using System.Text;
using Financials.Client.Ledger.Sql.Ledger;

namespace Financials.Client.Ledger.Sql.Outbox;

/// <summary>Adds payments to the outbox in a transaction of the application's.</summary>
/// <param name="database">The database. No connection is opened to it: the transaction brings its own.</param>
internal sealed class EnqueueRows(SqlDatabase database)
{
    private const int LongestReference = 250;
    private const int LongestDocumentNumber = 20;

    /// <summary>How many payments one statement adds; SQL Server takes 2,100 parameters.</summary>
    private const int MostPerStatement = 500;

    private readonly JournalRows _journals = new(database);

    public async Task AddAsync(
        DbTransaction transaction, PaymentJournalAddress journal, IReadOnlyCollection<BatchPayment> payments, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection ?? throw new ArgumentException("The transaction is over.", nameof(transaction));
        Check(journal, payments);
        await _journals.AddAsync(connection, transaction, journal, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in payments.Chunk(MostPerStatement))
        {
            var added = await AddAsync(connection, transaction, SqlScope.Of(journal), chunk, notBefore, cancellationToken).ConfigureAwait(false);
            BatchPayment[] there = [.. chunk.Where(item => !added.Contains(item.Reference))];
            if (there.Length > 0)
            {
                await CheckEqualAsync(connection, transaction, journal, there, cancellationToken).ConfigureAwait(false);
            }
        }

        if (database.Dialect.Notify(database.Tables.Channel) is { } notify)
        {
            await SqlDatabase.ExecuteAsync(connection, transaction, notify, [], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>The references of those that were added.</returns>
    private async Task<HashSet<string>> AddAsync(
        DbConnection connection, DbTransaction transaction, Guid scope, BatchPayment[] payments, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        List<SqlArgument> arguments = [new("scope", scope)];
        if (notBefore is { } due)
        {
            arguments.Add(new("due", database.Dialect.TimeValue(due)));
        }

        var values = new StringBuilder();
        foreach (var item in payments)
        {
            var number = arguments.Count.ToString(CultureInfo.InvariantCulture);
            values.Append(values.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"({number}, @reference{number}, @document{number}, @payment{number})");
            arguments.Add(new($"reference{number}", item.Reference));
            arguments.Add(new($"document{number}", DocumentNumber(item)));
            arguments.Add(new($"payment{number}", StoredPayment.Write(item.Payment)));
        }

        const string Given = "reference, document_number, payment";
        const string Placed = $"place, {Given}";
        var sql = $"""
            WITH given ({Placed}) AS ({database.Dialect.Rows(values.ToString(), Placed)})
            INSERT INTO {database.Tables.Outbox} (scope, {Given}, state, due_at, attempts, reason, enqueued_at)
            {database.Dialect.Output("inserted", "reference")}
            SELECT @scope, {Given}, 'due', {(notBefore is null ? database.Dialect.Now : "@due")}, 0, NULL, {database.Dialect.Now}
            FROM given
            WHERE NOT EXISTS (
                SELECT 1 FROM {database.Tables.Outbox} AS other WHERE other.scope = @scope AND other.reference = given.reference)
            AND NOT EXISTS (
                SELECT 1 FROM {database.Tables.Outbox} AS other WHERE other.scope = @scope AND other.document_number = given.document_number)
            ORDER BY place
            {database.Dialect.ExceptTaken}
            {database.Dialect.Returning("reference")}
            """;
        var added = await SqlDatabase.ListAsync(connection, transaction, sql, arguments, row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        return added.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whoever delivers a payment twice delivers it once; another payment under its reference is a mistake.</summary>
    private async Task CheckEqualAsync(
        DbConnection connection, DbTransaction transaction, PaymentJournalAddress journal, BatchPayment[] payments, CancellationToken cancellationToken)
    {
        var sql = $"SELECT reference, payment FROM {database.Tables.Outbox} WHERE scope = @scope AND reference IN ({string.Join(", ", payments.Select((_, place) => $"@{Name(place)}"))})";
        SqlArgument[] arguments = [new("scope", SqlScope.Of(journal)), .. payments.Select((item, place) => new SqlArgument(Name(place), item.Reference))];
        var stored = (await SqlDatabase.ListAsync(connection, transaction, sql, arguments, row => (Reference: row.GetString(0), Payment: row.GetString(1)), cancellationToken)
            .ConfigureAwait(false)).ToDictionary(row => row.Reference, row => row.Payment, StringComparer.Ordinal);
        if (payments.FirstOrDefault(item => stored.GetValueOrDefault(item.Reference) != StoredPayment.Write(item.Payment)) is { } other)
        {
            throw new DuplicatePaymentException(journal, other.Reference);
        }

        static string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"reference{place}");
    }

    /// <summary>What would stop a batch is refused to the one who can still change it.</summary>
    private static void Check(PaymentJournalAddress journal, IReadOnlyCollection<BatchPayment> payments)
    {
        var (references, documents) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in payments)
        {
            var problem =
                SqlScope.Reference(item.Reference).Length > LongestReference ? "has a reference of more than 250 characters."
                : item.Payment.LineNumber is not null ? "has a line number. Leave it null: the ledger chooses it."
                : item.Payment.PostingDate is null ? "has no posting date. Give it one: the service would take that of another line."
                : DocumentNumber(item)?.Length > LongestDocumentNumber ? "has a document number of more than 20 characters."
                : null;
            if (problem is not null)
            {
                throw new ArgumentException($"The payment '{item.Reference}' {problem}", nameof(payments));
            }

            if (!references.Add(item.Reference) || (DocumentNumber(item) is { } number && !documents.Add(number)))
            {
                throw new DuplicatePaymentException(journal, item.Reference);
            }
        }
    }

    /// <summary>As the service stores it, so that numbers it takes for the same are the same here.</summary>
    private static string? DocumentNumber(BatchPayment item) =>
        string.IsNullOrWhiteSpace(item.Payment.DocumentNumber) ? null : item.Payment.DocumentNumber.Trim(' ').ToUpperInvariant();
}
