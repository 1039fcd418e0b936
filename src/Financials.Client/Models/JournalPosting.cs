namespace Financials.Client;

/// <summary>What became of the payments of a journal that was to be posted.</summary>
public readonly record struct JournalPosting
{
    private readonly string? _name;

    private JournalPosting(string name) => _name = name;

    /// <summary>The payments that the journal had are posted, and no longer in it. Their ids and line numbers are gone with them.</summary>
    public static JournalPosting Posted => new("Posted");

    /// <summary>
    /// The service has taken the journal, and its payments, or some of them, are still there: they wait in the service's job queue and are
    /// posted, or refused, later. Do not post them again; read the journal's payments until they are gone.
    /// </summary>
    public static JournalPosting Queued => new("Queued");

    /// <summary>The journal had no payments, so there was nothing to post.</summary>
    public static JournalPosting NothingToPost => default;

    /// <summary>The name: <c>Posted</c>, <c>Queued</c> or <c>NothingToPost</c>.</summary>
    public override string ToString() => _name ?? nameof(NothingToPost);
}
