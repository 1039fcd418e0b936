using ImportPayments.Csv;

namespace Financials.Samples.Tests.ImportPayments.Csv;

public sealed class CsvReaderTests
{
    [TestCase("a;b\nc;d", "a|b/c|d")]
    [TestCase("a;b\r\nc;d\r\n", "a|b/c|d")]
    [TestCase("a;b\rc;d\r", "a|b/c|d")]
    [TestCase("a;;\n;;b", "a||/||b")]
    [TestCase("\"a;b\";c", "a;b|c")]
    [TestCase("\"a\r\nb\";c\nd;e", "a\r\nb|c/d|e")]
    [TestCase("\"say \"\"hi\"\"\";\"\"", "say \"hi\"|")]
    [TestCase("12\" pipe; a ", "12\" pipe| a ")]
    [TestCase("\"a\"", "a")]
    [TestCase("a\n\nb", "a//b")]
    [TestCase("", "")]
    public void Reader_EveryForm_GivesItsRows(string text, string rows) =>
        Assert.That(string.Join('/', Read(text).Select(row => string.Join('|', row.Values))), Is.EqualTo(rows));

    [Test]
    public void Reader_BlankRowsAndLineBreaksInValues_CountsRowsAsASpreadsheetDoes() =>
        Assert.That(Read("h\n\n\"a\nb\"\nc").Select(row => (row.Number, row.IsBlank)), Is.EqualTo([(1, false), (2, true), (3, false), (4, false)]));

    [TestCase("a\nb;\"c\nd", "Row 2 opens a quote that is never closed.")]
    [TestCase("a\n\"b\"c", "Row 2 has text after a closing quote. A quote inside of quotes is written twice.")]
    public void Reader_QuotesThatDoNotMatch_NamesTheRow(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<CsvFormatException>().With.Message.EqualTo(message));

    [Test]
    public void Reader_QuoteThatIsNeverClosed_StopsBeforeTheWholeFileIsInMemory()
    {
        using var endless = new EndlessText("a\n\"");

        Assert.That(
            () => new CsvReader(endless, ';').ReadRows().Count(),
            Throws.TypeOf<CsvFormatException>().With.Message.EqualTo("Row 2 has more than 100000 characters. Is a quote not closed?"));
    }

    private static List<CsvRow> Read(string text) => [.. new CsvReader(new StringReader(text), ';').ReadRows()];

    private sealed class EndlessText(string start) : TextReader
    {
        private int _at;

        public override int Read() => _at < start.Length ? start[_at++] : 'x';
    }
}
