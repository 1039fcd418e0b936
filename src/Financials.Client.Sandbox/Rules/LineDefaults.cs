using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>
/// What the service fills in of a new journal line. It takes over the next line's date and number where there is one, and else
/// the last line's, whose number it counts up where the lines so far balance: two payments can have one document number.
/// </summary>
internal static class LineDefaults
{
    /// <param name="values">The line.</param>
    /// <param name="lines">The lines that are there.</param>
    /// <param name="firstNumber">The document number of a first line.</param>
    /// <param name="today">The posting date of a first line.</param>
    public static void Fill(JsonObject values, JournalLines lines, string firstNumber, DateOnly today)
    {
        var number = values["lineNumber"]!.GetValue<int>();
        var next = number == 0 ? null : lines.After(number);
        var model = (next ?? lines.Last)?.Values;
        if (number == 0)
        {
            values["lineNumber"] = lines.NextNumber;
        }

        if (values.Text("postingDate") == Wire.NoDate)
        {
            values["postingDate"] = model?.Text("postingDate") ?? Wire.Text(today);
        }

        if (values.Text("documentNumber").Length == 0)
        {
            values["documentNumber"] = model is null ? firstNumber : Numbered(values, model, isLast: next is null && !JournalLines.IsEmpty(model) && lines.Balance);
        }
    }

    private static string Numbered(JsonObject values, JsonObject model, bool isLast)
    {
        var number = model.Text("documentNumber");
        return isLast || model.Text("externalDocumentNumber") != values.Text("externalDocumentNumber") ? CountedText.Next(number) : number;
    }
}
