using System.Globalization;

namespace Financials.Client.Ledger.Sql.Ledger;

/// <summary>A ledger while a batch uses it, under a lease.</summary>
internal sealed class SqlLedgerBatch(SqlDatabase database, JournalRows journals, EntryRows entries, JournalLease lease) : PaymentLedgerBatch
{
    private readonly LeasedWriter _writer = new(database, journals, entries, lease);
    private bool _isOver;

    public override Guid LedgerId => lease.LedgerId;

    public override PaymentLineNumbers LineNumbers => lease.LineNumbers;

    public override ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new(entries.FindAsync(lease.Scope, reference, cancellationToken));
    }

    public override ValueTask<IReadOnlyList<PaymentLedgerEntry?>> FindAsync(IReadOnlyList<string> references, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(references);
        return new(entries.FindAsync(lease.Scope, references, cancellationToken));
    }

    public override Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return WriteAsync([entry], cancellationToken);
    }

    public override Task WriteAsync(IReadOnlyList<PaymentLedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ObjectDisposedException.ThrowIf(_isOver, this);
        return _writer.WriteAsync(entries, cancellationToken);
    }

    public override async ValueTask EnsureMaySendAsync(TimeSpan attemptTimeout, CancellationToken cancellationToken = default)
    {
        if (database.Options.LeaseDuration <= attemptTimeout)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"A journal is leased for {database.Options.LeaseDuration.TotalSeconds} s, and a request may take {attemptTimeout.TotalSeconds} s. " +
                $"Make {nameof(SqlLedgerOptions)}.{nameof(SqlLedgerOptions.LeaseDuration)} longer than {nameof(ResilienceOptions)}.{nameof(ResilienceOptions.AttemptTimeout)}."));
        }

        while (!_writer.Outlasts(attemptTimeout))
        {
            await WriteAsync([], cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            _isOver = true;
            await _writer.EndAsync().ConfigureAwait(false);
            await journals.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
