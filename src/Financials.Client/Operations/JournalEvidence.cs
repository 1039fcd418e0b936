namespace Financials.Client.Operations;

/// <summary>
/// What was known of a journal before a payment was first sent. Posting a journal takes all of its lines, so this tells later, when the
/// payment is not in the journal, whether it may have been posted.
/// </summary>
internal sealed record JournalEvidence
{
    public static JournalEvidence None { get; } = new();

    /// <summary>A line that was in the journal: as long as it still is, nothing was posted.</summary>
    public Guid? Line { get; init; }

    /// <summary>The document number of that line. An entry of this number says that the journal's postings keep their numbers.</summary>
    public string? LineDocument { get; init; }

    /// <summary>The number of the company's last ledger entry: what was posted since has a higher one.</summary>
    public int? LastEntry { get; init; }
}
