using System.Text;

namespace ImportPayments.Csv;

/// <summary>Reads CSV as RFC 4180 has it, row by row: values in quotes may hold separators, line breaks and doubled quotes.</summary>
internal sealed class CsvReader
{
    /// <summary>The most characters of a row. A quote that is never closed would otherwise take the whole file into memory.</summary>
    public const int LongestRow = 100_000;

    private const int End = -1;

    private readonly TextReader _text;
    private readonly char _separator;
    private int _next;
    private int _row;
    private int _length;

    public CsvReader(TextReader text, char separator)
    {
        _text = text;
        _separator = separator;
        _next = text.Read();
    }

    /// <summary>The rows from here on.</summary>
    /// <exception cref="CsvFormatException">The quotes do not match.</exception>
    public IEnumerable<CsvRow> ReadRows()
    {
        while (_next != End)
        {
            _row++;
            _length = 0;
            var values = new List<string>();
            do
            {
                values.Add(_next == '"' ? ReadQuoted() : ReadPlain());
            }
            while (IsFollowedByAnother());

            yield return new(_row, values);
        }
    }

    private string ReadPlain()
    {
        var value = new StringBuilder();
        while (_next != _separator && _next is not ('\r' or '\n' or End))
        {
            value.Append((char)Take());
        }

        return value.ToString();
    }

    private string ReadQuoted()
    {
        var value = new StringBuilder();
        Take();
        while (true)
        {
            var character = Take();
            if (character == End)
            {
                throw new CsvFormatException($"Row {_row} opens a quote that is never closed.");
            }

            if (character == '"')
            {
                if (_next != '"')
                {
                    return value.ToString();
                }

                Take();
            }

            value.Append((char)character);
        }
    }

    private bool IsFollowedByAnother()
    {
        var character = Take();
        if (character == _separator)
        {
            return true;
        }

        if (character is not ('\r' or '\n' or End))
        {
            throw new CsvFormatException($"Row {_row} has text after a closing quote. A quote inside of quotes is written twice.");
        }

        if (character == '\r' && _next == '\n')
        {
            Take();
        }

        return false;
    }

    private int Take()
    {
        if (++_length > LongestRow)
        {
            throw new CsvFormatException($"Row {_row} has more than {LongestRow} characters. Is a quote not closed?");
        }

        var taken = _next;
        _next = _text.Read();
        return taken;
    }
}
