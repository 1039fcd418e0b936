namespace Financials.Client.Ledger.Sql.Ledger;

/// <summary>One worker's right to a journal, until another takes it over.</summary>
internal sealed class JournalLease
{
    private long _renewed;

    /// <param name="journal">The journal.</param>
    /// <param name="scope">What its rows are known by.</param>
    /// <param name="ledgerId">The ledger's own name.</param>
    /// <param name="lineNumbers">The ledger's line numbers.</param>
    /// <param name="lastLineNumber">The last number that was given out.</param>
    /// <param name="fence">The number of the lease. Who takes the journal over has a higher one.</param>
    /// <param name="began">The timestamp from before the lease was taken.</param>
    public JournalLease(
        PaymentJournalAddress journal, Guid scope, Guid ledgerId, PaymentLineNumbers lineNumbers, int? lastLineNumber, long fence, long began)
    {
        if (lastLineNumber is { } last)
        {
            lineNumbers.Skip(last);
        }

        (Journal, Scope, LedgerId, LineNumbers, Fence, _renewed) = (journal, scope, ledgerId, lineNumbers, fence, began);
    }

    public PaymentJournalAddress Journal { get; }

    public Guid Scope { get; }

    public Guid LedgerId { get; }

    public PaymentLineNumbers LineNumbers { get; }

    public long Fence { get; }

    /// <summary>The timestamp from before the last renewal began: in the database the lease ends no earlier than its duration after it.</summary>
    public long Renewed
    {
        get => Volatile.Read(ref _renewed);
        set => Volatile.Write(ref _renewed, value);
    }
}
