using System.Globalization;
using System.Text.RegularExpressions;

namespace Financials.Client.Ledger.Sql;

/// <summary>Which tables a ledger and its outbox have, and how long a journal is leased.</summary>
public sealed partial class SqlLedgerOptions
{
    /// <summary>The database's dialect.</summary>
    public required SqlLedgerDialect Dialect { get; init; }

    /// <summary>The schema of the tables, which has to exist. Default: null, for the connection's own. SQLite has none.</summary>
    public string? Schema { get; init; }

    /// <summary>What the names of the tables begin with, at most 30 letters, digits and underscores. Default: <c>financials_</c>.</summary>
    public string TablePrefix { get; init; } = "financials_";

    /// <summary>
    /// How long a worker may use a journal without renewing its lease, in the database's time. Every write renews it. It has to be longer
    /// than <see cref="ResilienceOptions.AttemptTimeout"/> (100 seconds by default), because no request is sent that could outlive it;
    /// and when a worker dies, its journals wait this long for another. From 1 second to 1 day. Default: 2 minutes.
    /// </summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The name of this worker, which others are told when they find a journal in use; at most 200 characters. Default: the machine's name
    /// and the process's id.
    /// </summary>
    public string Owner { get; init; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>What measures how much of a lease is left. Default: the system's. Who holds it is decided by the database's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">An option cannot work.</exception>
    internal SqlLedgerOptions Checked() =>
        Problem() is { } problem ? throw new ArgumentException(problem) : this;

    internal string? Problem() =>
        Dialect is null ? $"{nameof(Dialect)} is missing."
        : Schema is not null && !Identifier().IsMatch(Schema) ? $"{nameof(Schema)} has to be of letters, digits and underscores, at most 60."
        : Schema is not null && !Dialect.HasSchemas ? $"{Dialect} has no schemas: leave {nameof(Schema)} null."
        : TablePrefix is null || TablePrefix.Length > 30 || !Identifier().IsMatch($"{TablePrefix}x")
            ? $"{nameof(TablePrefix)} has to be of letters, digits and underscores, at most 30, and cannot begin with a digit."
        : LeaseDuration < TimeSpan.FromSeconds(1) || LeaseDuration > TimeSpan.FromDays(1) ? $"{nameof(LeaseDuration)} has to be from 1 second to 1 day."
        : string.IsNullOrWhiteSpace(Owner) || Owner.Length > 200 ? $"{nameof(Owner)} has to be of 1 to 200 characters."
        : TimeProvider is null ? $"{nameof(TimeProvider)} is missing."
        : null;

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
