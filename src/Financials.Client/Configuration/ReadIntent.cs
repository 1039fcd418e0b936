namespace Financials.Client;

/// <summary>Which copy of the database a read is answered from: the header <c>Data-Access-Intent</c>.</summary>
public enum ReadIntent
{
    /// <summary>A replica, which spares the primary database and may lag behind it. For reports, not for a read before a write.</summary>
    ReadOnly,

    /// <summary>The primary database, also for the few sets that the service would read from a replica.</summary>
    ReadWrite,
}
