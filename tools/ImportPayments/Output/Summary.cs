using ImportPayments.Arguments;
using ImportPayments.Import;

namespace ImportPayments.Output;

/// <summary>What a person reads in the end.</summary>
internal sealed class Summary(TextWriter output, ImportArguments arguments, ImportCounts counts)
{
    public void Write(Pace pace, Hardships hardships)
    {
        Line("Rows read", Words.Of(counts.Read));
        Line("Created", Words.Of(counts.Created));
        Line("Already there", Words.Of(counts.AlreadyThere));
        WriteRejected();
        LineIfAny("Outcome unknown", counts.Unknown, "; they may exist, and are not retried");
        if (pace.Done < pace.Total)
        {
            Line("Not done yet", Words.Of(pace.Total - pace.Done));
        }

        Line("Total amount", Words.Of(counts.ImportedAmount));
        Line("Time", pace.Rate > 0 ? $"{Words.Of(pace.Elapsed)}, {Words.Rate(pace.Rate)}" : Words.Of(pace.Elapsed));
        WriteSurvived(hardships);
        LineIfAny("Lost by sandbox", counts.Lost, ", not saved when it was killed; sent once more");
        Line("Ledger", arguments.Ledger);
        WriteHints();
        if (counts.Unknown > 0)
        {
            Line("Unknown rows", arguments.Unknown);
        }

        if (counts.Created == 0 && counts.Unknown == 0 && pace.Done == pace.Total)
        {
            output.WriteLine(WhenNothingIsNew());
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

    private string WhenNothingIsNew() =>
        counts.Read == 0 ? "The file has no rows below its header: nothing was imported."
        : counts.AlreadyThere == 0 ? "Nothing was imported."
        : counts.AlreadyThere < counts.Good ? "Nothing new was imported."
        : counts.Rejected > 0 ? "What can be imported of it was imported before: nothing was sent."
        : "All of it was imported before: nothing was sent.";

    private void WriteSurvived(Hardships hardships)
    {
        string[] parts =
        [
            .. Part(hardships.Retries, "retry", "retries"),
            .. Part(hardships.Throttles, "request to slow down", "requests to slow down"),
            .. Part(hardships.Reconciled, "payment created although a response was lost", "payments created although a response was lost"),
        ];
        if (parts.Length > 0)
        {
            Line("Survived", string.Join(", ", parts));
        }

        static string[] Part(long count, string one, string several) => count > 0 ? [$"{Words.Of(count)} {(count == 1 ? one : several)}"] : [];
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

    private void LineIfAny(string name, int count, string more)
    {
        if (count > 0)
        {
            Line(name, Words.Of(count) + more);
        }
    }

    private void Line(string name, string value) => output.WriteLine($"{name,-16} {value}");
}
