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
        using var seen = new SeenNames(_csv.Length);
        foreach (var source in _csv.Rows())
        {
            var row = _reader.Read(source, Header.Count);
            yield return row.IsGood ? row with { Problems = TwinsOf(row, seen) } : row;
        }
    }

    private List<RowProblem> TwinsOf(PaymentRow row, SeenNames seen)
    {
        var problems = new List<RowProblem>();
        if (Columns.Has(PaymentField.Reference))
        {
            Check(PaymentField.Reference, row.Name, row.Name);
        }

        Check(PaymentField.DocumentNumber, row.Payment.DocumentNumber!, row.Payment.DocumentNumber!.ToUpperInvariant());
        return problems;

        void Check(PaymentField field, string value, string key)
        {
            var name = PaymentColumn.Of(field).Name;
            if (seen.FirstRowOf($"{name} {key}", row.Source.Number) is { } first)
            {
                problems.Add(new($"{name} occurs twice", FormattableString.Invariant($"{name} '{value}' is that of row {first} too")));
            }
        }
    }
}
