using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>What becomes of a journal after its lines were posted.</summary>
internal sealed class PostedJournal(Store store, CompanyData company)
{
    private const int EmptyLine = 10_000;

    /// <summary>
    /// Replaces the journal by one of the next name where the template says so, with another id, and leaves an empty line behind
    /// where it has no number series.
    /// </summary>
    /// <param name="journal">The journal; it has no lines any more.</param>
    /// <param name="last">The last line that was posted.</param>
    public void CleanUp(Entity journal, JsonObject last)
    {
        var isPayments = journal.Values.Text(JournalTemplate.Member) == JournalTemplate.CashReceipts;
        if (isPayments && company.Settings.IncrementsJournalNames && CountedText.Next(journal.Values.Text("code")) is { Length: > 0 } next)
        {
            journal = Replace(journal, next);
        }

        var lines = new JournalLines(company, journal.Id);
        if (journal.Values.Text("numberSeries").Length == 0 && lines.Last is null)
        {
            AddEmptyLine(journal, last);
        }
    }

    private Entity Replace(Entity journal, string code)
    {
        company.Journals.Remove(journal);
        if (company.Journals.FindKey(code) is { } existing)
        {
            return existing;
        }

        var values = (JsonObject)journal.Values.DeepClone();
        values[Wire.Id] = Wire.Text(store.NewId());
        values["code"] = code;
        store.Stamp(values);
        return company.Journals.Add(values);
    }

    private void AddEmptyLine(Entity journal, JsonObject last)
    {
        var number = last.Text("documentNumber");
        var values = EntityTypes.HiddenLine.Blank();
        values[Wire.Id] = Wire.Text(store.NewId());
        values["lineNumber"] = EmptyLine;
        values["postingDate"] = last.Text("postingDate");
        values["documentNumber"] = JournalLines.IsEmpty(last) ? number : CountedText.Next(number);
        store.Stamp(values);
        company.HiddenLines.Of(journal.Id).Add(values);
    }
}
