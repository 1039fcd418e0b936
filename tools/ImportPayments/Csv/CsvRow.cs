namespace ImportPayments.Csv;

/// <summary>One row of a CSV file.</summary>
/// <param name="Number">Its place in the file as a spreadsheet shows it: the header is row 1, and blank rows count.</param>
/// <param name="Values">Its values, without quotes.</param>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Values)
{
    /// <summary>Whether it holds nothing, as the rows do that spreadsheets leave at the end of a file.</summary>
    public bool IsBlank => Values.All(string.IsNullOrWhiteSpace);
}
