using ImportPayments.Arguments;
using ImportPayments.Import;

namespace ImportPayments.Output;

/// <summary>What a person reads in the end.</summary>
internal sealed class Summary(TextWriter output, ImportArguments arguments, ImportCounts counts)
{
    public void Write(Pace pace)
    {
        Line("Rows read", Words.Of(counts.Read));
        Line("Created", Words.Of(counts.Created));
        Line("Already there", Words.Of(counts.AlreadyThere));
        WriteRejected();
        if (pace.Done < pace.Total)
        {
            Line("Not done yet", Words.Of(pace.Total - pace.Done));
        }

        Line("Total amount", Words.Of(counts.ImportedAmount));
        Line("Time", pace.Rate > 0 ? $"{Words.Of(pace.Elapsed)}, {Words.Rate(pace.Rate)}" : Words.Of(pace.Elapsed));
        Line("Ledger", arguments.Ledger);
        WriteHints();
        if (counts.Created == 0 && counts.AlreadyThere > 0 && counts.AlreadyThere == counts.Good)
        {
            output.WriteLine("All of it was imported before: nothing was sent.");
        }
    }

    public void WriteDryRun()
    {
        Line("Rows read", Words.Of(counts.Read));
        Line("Can be imported", Words.Of(counts.Good));
        WriteRejected();
        Line("Total amount", Words.Of(counts.GoodAmount));
        WriteHints();
        output.WriteLine("This was a dry run: nothing was sent.");
    }

    private void WriteRejected()
    {
        Line("Rejected", Words.Of(counts.Rejected));
        foreach (var (kind, count) in counts.ByProblem)
        {
            output.WriteLine($"  {Words.Of(count)} {kind}");
        }
    }

    private void WriteHints()
    {
        if (counts.Rejected > 0)
        {
            Line("Rejected rows", arguments.Rejects);
        }

        if (counts.Positive > 0)
        {
            Line("Above zero", $"{Words.Of(counts.Positive)}; what was received has to be negative to be posted, see --negate");
        }
    }

    private void Line(string name, string value) => output.WriteLine($"{name,-16} {value}");
}
