namespace Financials.Client.Tests.SafeCreates;

/// <summary>What came of creates, and which of them were not what they were reported to be.</summary>
internal sealed class RandomFaultTally
{
    private int _duplicates;
    private int _lost;
    private int _falseSuccesses;
    private int _rightlyUnknown;

    public int Creates { get; private set; }

    public int Posts { get; set; }

    public int Successes { get; private set; }

    public int Refusals { get; private set; }

    public int Unknown { get; private set; }

    public List<string> Broken { get; } = [];

    /// <param name="number">The create's number, to repeat it by.</param>
    /// <param name="id">The id that was reported; null where an error was.</param>
    /// <param name="error">The error that was reported.</param>
    /// <param name="stored">The ids of the create's records, when everything has come to an end.</param>
    public void Add(int number, string? id, Exception? error, List<string> stored)
    {
        Creates++;
        if (stored.Count > 1)
        {
            _duplicates++;
            Broken.Add($"{number}: {stored.Count} records");
        }

        switch (error)
        {
            case null:
                Successes++;
                if (id is null || !stored.Contains(id))
                {
                    _falseSuccesses++;
                    Broken.Add($"{number}: success, but no such record");
                }

                break;
            // "It may be this call's" leaves open what happened, like an unknown outcome.
            case FinancialsOutcomeUnknownException or FinancialsDuplicateException { Facts.MayHaveBeenExecutedBefore: true }:
                Unknown++;
                _rightlyUnknown += stored.Count > 0 ? 1 : 0;
                break;
            case FinancialsException:
                Refusals++;
                if (stored.Count > 0)
                {
                    _lost++;
                    Broken.Add($"{number}: the record is there, but the report is: {error.Message}");
                }

                break;
            default:
                Broken.Add($"{number}: {error}");
                break;
        }
    }

    public override string ToString() =>
        $"creates={Creates} POSTs={Posts} successes={Successes} refusals={Refusals} unknown={Unknown} (of these there: {_rightlyUnknown}) " +
        $"duplicates={_duplicates} lost={_lost} false successes={_falseSuccesses}";
}
