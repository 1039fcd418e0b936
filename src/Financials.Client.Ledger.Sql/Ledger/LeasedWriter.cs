using System.Diagnostics;

namespace Financials.Client.Ledger.Sql.Ledger;

/// <summary>
/// Writes entries under a lease. One transaction renews the lease, which fails where another worker has taken it over, and then writes;
/// entries that come while it runs are written together by the next one.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="journals">The rows of the journals.</param>
/// <param name="entries">The rows of the entries.</param>
/// <param name="lease">The lease.</param>
internal sealed class LeasedWriter(SqlDatabase database, JournalRows journals, EntryRows entries, JournalLease lease)
{
    private readonly object _gate = new();
    private Group? _next;
    private Task _last = Task.CompletedTask;

    /// <summary>Writes entries, or renews the lease where there are none. What has begun is not cancelled, because others wait for it too.</summary>
    /// <exception cref="PaymentLedgerLeaseLostException">Another worker has taken the journal over.</exception>
    public Task WriteAsync(IReadOnlyList<PaymentLedgerEntry> added, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_next is null)
            {
                var (group, last) = (new Group(), _last);
                _next = group;
                _last = group.Written = Task.Run(() => WriteAsync(group, last), CancellationToken.None);
            }

            foreach (var entry in added)
            {
                _next.Entries[entry.Reference] = entry;
            }

            return _next.Written.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until nothing is being written.</summary>
    public async Task EndAsync()
    {
        Task last;
        lock (_gate)
        {
            last = _last;
        }

        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Whether a request that takes this long would end before the lease.</summary>
    public bool Outlasts(TimeSpan attemptTimeout) =>
        database.Options.LeaseDuration - database.Options.TimeProvider.GetElapsedTime(lease.Renewed) > attemptTimeout;

    private async Task WriteAsync(Group group, Task last)
    {
        // Those who wait for the group before are told of its failure; this one is written all the same.
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            Debug.Assert(ReferenceEquals(_next, group), "Groups are written in their order.");
            _next = null;
        }

        var connection = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using var close = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
        await using var end = transaction.ConfigureAwait(false);
        var began = database.Options.TimeProvider.GetTimestamp();
        if (!await journals.RenewAsync(connection, transaction, lease, CancellationToken.None).ConfigureAwait(false))
        {
            throw new PaymentLedgerLeaseLostException(lease.Journal);
        }

        await entries.WriteAsync(connection, transaction, lease.Scope, group.Entries.Values, CancellationToken.None).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        lease.Renewed = began;
    }

    private sealed class Group
    {
        /// <summary>The last entry of each payment.</summary>
        public Dictionary<string, PaymentLedgerEntry> Entries { get; } = new(StringComparer.Ordinal);

        public Task Written { get; set; } = Task.CompletedTask;
    }
}
