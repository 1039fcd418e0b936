using System.Globalization;
using ImportPayments.Arguments;
using ImportPayments.Csv;

namespace ImportPayments.Rows;

/// <summary>The file of payments. It is read as a stream, however often it is asked for its rows.</summary>
internal sealed class PaymentFile
{
    private readonly CsvFile _csv;
    private readonly RowReader _reader;

    /// <exception cref="UsageException">A required column is missing.</exception>
    /// <exception cref="CsvFormatException">The file is not CSV.</exception>
    public PaymentFile(ImportArguments arguments)
    {
        _csv = new CsvFile(arguments.File, arguments.Encoding);
        Columns = new HeaderMapping(_csv.Header, arguments.Columns);
        _reader = new RowReader(
            Columns,
            new AmountReader(arguments.Culture, arguments.Decimals),
            new DateReader(arguments.Culture, arguments.DateFormat),
            arguments.Negate);
    }

    public HeaderMapping Columns { get; }

    public IReadOnlyList<string> Header => _csv.Header;

    public char Separator => _csv.Separator;

    /// <summary>The rows below the header, in their order, the bad ones with what is wrong with them.</summary>
    public IEnumerable<PaymentRow> Rows()
    {
        var rowOfName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in _csv.Rows())
        {
            var row = _reader.Read(source, Header.Count);
            if (row.IsGood && !rowOfName.TryAdd(row.Name, source.Number))
            {
                var first = rowOfName[row.Name].ToString(CultureInfo.InvariantCulture);
                row = row with { Problems = [new("reference occurs twice", $"reference '{row.Name}' is that of row {first} too")] };
            }

            yield return row;
        }
    }
}
