using ImportPayments.Rows;

namespace ImportPayments.Import;

/// <summary>What became of the rows.</summary>
internal sealed class ImportCounts
{
    /// <summary>The service's reasons can have something of each row in them, and no list of them helps when it is as long as the file.</summary>
    private const int MostKinds = 20;

    private readonly Dictionary<string, int> _rejected = new(StringComparer.Ordinal);

    /// <summary>Rows of the file, without header and blank ones.</summary>
    public int Read { get; private set; }

    /// <summary>Payments created by this run.</summary>
    public int Created { get; private set; }

    /// <summary>Payments that an earlier run had created.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Rows that can be imported.</summary>
    public int Good { get; private set; }

    /// <summary>Rows that were not imported, for what is wrong with them or because the service refused them.</summary>
    public int Rejected { get; private set; }

    /// <summary>Rows whose payments may or may not exist.</summary>
    public int Unknown { get; private set; }

    /// <summary>Payments that the sandbox had lost, and that were sent once more.</summary>
    public int Lost { get; set; }

    /// <summary>Of the rows that can be imported, those with an amount above zero.</summary>
    public int Positive { get; private set; }

    /// <summary>The amounts of the rows that can be imported.</summary>
    public decimal GoodAmount { get; private set; }

    /// <summary>The amounts of the payments that exist.</summary>
    public decimal ImportedAmount { get; private set; }

    /// <summary>How many rows have each kind of problem, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> ByProblem =>
        _rejected.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>A row has been read and checked.</summary>
    public void AddRead(PaymentRow row)
    {
        Read++;
        if (!row.IsGood)
        {
            AddRejected(row.Problems);
            return;
        }

        Good++;
        GoodAmount += row.Payment.Amount.GetValueOrDefault();
        Positive += row.Payment.Amount > 0 ? 1 : 0;
    }

    /// <summary>A payment exists.</summary>
    public void AddImported(PaymentRow row, bool alreadyThere)
    {
        _ = alreadyThere ? AlreadyThere++ : Created++;
        ImportedAmount += row.Payment.Amount.GetValueOrDefault();
    }

    /// <summary>Nobody can tell whether a payment exists.</summary>
    public void AddUnknown() => Unknown++;

    /// <summary>A row was rejected.</summary>
    public void AddRejected(IReadOnlyList<RowProblem> problems)
    {
        Rejected++;
        foreach (var kind in problems.Select(KindOf).Distinct())
        {
            _rejected[kind] = _rejected.GetValueOrDefault(kind) + 1;
        }
    }

    private string KindOf(RowProblem problem) =>
        _rejected.ContainsKey(problem.Kind) || _rejected.Count < MostKinds ? problem.Kind : "other problems";
}
