namespace ImportPayments.Csv;

/// <summary>Writes CSV as RFC 4180 has it.</summary>
internal sealed class CsvWriter(TextWriter text, char separator)
{
    private readonly char[] _quoted = [separator, '"', '\r', '\n'];

    public void Write(IEnumerable<string> values)
    {
        text.Write(string.Join(separator, values.Select(InQuotesWhereNeeded)));
        text.Write("\r\n");
    }

    private string InQuotesWhereNeeded(string value) =>
        value.IndexOfAny(_quoted) >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
