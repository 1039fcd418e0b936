namespace Financials.Client.Ledger.Sql;

/// <summary>The names of the tables, quoted.</summary>
internal sealed class SqlTables
{
    private readonly SqlLedgerOptions _options;

    public SqlTables(SqlLedgerOptions options)
    {
        _options = options;
        Journals = Table("payment_journals");
        Entries = Table("payment_ledger");
        Outbox = Table("payment_outbox");
    }

    /// <summary>A row for each journal: its line numbers, its lease, and when it is worked on again after a failure.</summary>
    public string Journals { get; }

    /// <summary>A row for each payment that was sent: its last entry.</summary>
    public string Entries { get; }

    /// <summary>A row for each payment that waits to be sent.</summary>
    public string Outbox { get; }

    /// <summary>The channel on which a committed payment is told.</summary>
    public string Channel => $"{_options.TablePrefix}payment_outbox";

    /// <summary>The quoted name of an index or a constraint.</summary>
    public string Named(string name) => _options.Dialect.Quote(_options.TablePrefix + name);

    private string Table(string name) =>
        _options.Schema is { } schema ? $"{_options.Dialect.Quote(schema)}.{Named(name)}" : Named(name);
}
